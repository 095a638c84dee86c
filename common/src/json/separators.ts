import { beginsQuotedName } from './follow';
import { nextCharacter, oneCharacter, peek, skip, take } from './scanner';
import { mark, report, rewind, type Mark, type Parser } from './state';
import type { PropertyNode, Writable } from './tree';

/** Commas and colons. */

/** A comma, and the state before it, to go back to if the array turns out to have ended there. */
export interface Comma extends Mark {
  /** Offset of the comma itself. */
  readonly comma: number;
}

/** Reads a comma directly after a property or item, where nearly all commas are. */
export function readPlainComma(parser: Parser): Comma | undefined {
  const { text, at, tokenEnd, barrier, faults } = parser;
  if (text.charCodeAt(at) !== 0x2c) return undefined;
  parser.at++;
  return { at, tokenEnd, barrier, faultCount: faults.length, comma: at };
}

/**
 * Reads a comma, or a semicolon used instead. Reports one that does not belong there.
 * @param comma The previous comma, if there is nothing in between.
 */
export function readComma(parser: Parser, before: Mark, belongs: boolean, comma: Comma | undefined): Comma | undefined {
  const { at, text } = parser;
  const isComma = peek(parser) === ',';
  const isLast = !isComma && /^[}\]]?$/.test(nextCharacter(text, at + 1, true)[0]);
  const isExtra = !belongs || comma !== undefined || isLast;
  if (isExtra) {
    report(parser, { code: 'extra-comma', range: oneCharacter(text, at) });
  } else if (!isComma) {
    const range = oneCharacter(text, at);
    report(parser, { code: 'missing-comma', insertAt: at, wrong: range, range });
  }
  // A look-alike that the fix removes is not reported as a look-alike too.
  if (isComma && !isExtra) take(parser);
  else parser.at++;
  parser.tokenEnd = before.tokenEnd;
  return belongs && !isLast ? (comma ?? { ...before, comma: at }) : comma;
}

/** Reports a comma with nothing after it. */
export function reportTrailingComma(parser: Parser, comma: Comma | undefined): void {
  // A look-alike is reported first; once it is fixed, the trailing comma is reported.
  const isStraight = comma && /[,;]/.test(parser.text.charAt(comma.comma));
  if (isStraight) report(parser, { code: 'trailing-comma', range: oneCharacter(parser.text, comma.comma) });
}

/**
 * Reads the colon after a name, or reports that it is missing. Returns false if no value follows either.
 * @param isWhole Whether the name is complete: without its closing quote, it is still being typed.
 */
export function readColon(parser: Parser, property: Writable<PropertyNode>, isWhole: boolean): boolean {
  if (parser.text.charCodeAt(parser.at) === 0x3a) return takeColon(parser, property, 1);
  const before = mark(parser);
  skip(parser);
  const { text, at } = parser;
  const next = peek(parser);
  if (next === ':') return takeColon(parser, property, 1);
  const wrong = /^(?:=>|:=|=)/.exec(text.slice(at, at + 2))?.[0].length;
  if (wrong !== undefined) {
    const range = { start: at, end: at + wrong };
    report(parser, { code: 'missing-colon', insertAt: at, wrong: range, range });
    return takeColon(parser, property, wrong);
  }
  const { end } = property.key;
  const isAfterKey = nextCharacter(text, end, false)[1] === at && next !== '' && !/[}\],;]/.test(next);
  if (isWhole && isAfterKey && !beginsQuotedName(text, at)) {
    report(parser, { code: 'missing-colon', insertAt: end, range: { start: end - 1, end } });
    return true;
  }
  rewind(parser, before);
  if (isWhole) reportMissingValue(parser, property, true);
  else parser.lastReportedAt = parser.tokenEnd;
  return false;
}

/** Moves past a colon, or past other punctuation of this length that is used instead. */
function takeColon(parser: Parser, property: Writable<PropertyNode>, length: number): true {
  property.colon = parser.at;
  if (length === 1) take(parser);
  else parser.at += length;
  parser.tokenEnd = parser.at;
  property.end = parser.at;
  return true;
}

export function reportMissingValue(parser: Parser, property: PropertyNode, colon: boolean): void {
  const { key, colon: at = key.end - 1 } = property;
  const range = colon ? { start: key.start, end: key.end } : { start: at, end: at + 1 };
  report(parser, { code: 'missing-value', insertAt: parser.tokenEnd, colon, range });
  parser.lastReportedAt = parser.tokenEnd;
}

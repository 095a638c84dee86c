import { isQuote } from './lookAlikes';
import { nextCharacter } from './scanner';

/** Lookahead: what can follow a string in JSON, and what begins at an offset. */

/** What a string is used as. JSON continues differently after a name than after a value or an item of an array. */
export type Role = 'name' | 'value' | 'item';

/** Whether JSON can continue at `at` as it does after a string of this role: if not, the text is part of the string. */
export function goesOn(text: string, at: number, role: Role): boolean {
  return (role === 'name' ? isColon(text, at) : isEnd(text, at)) || goesOnOtherwise(text, at, role);
}

/** A fast check for what follows nearly every name: a colon. */
function isColon(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  return text.charCodeAt(at) === 0x3a;
}

/** A fast check for what follows nearly every value: a bracket, a line end, or a comma and a quote. */
function isEnd(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  const code = text.charCodeAt(at);
  if (code === 0x7d || code === 0x5d || code === 0x0a || code === 0x0d) return true;
  if (code !== 0x2c) return false;
  at++;
  while (isWhitespace(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 0x22;
}

const isWhitespace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

function goesOnOtherwise(text: string, at: number, role: Role): boolean {
  const [next, offset] = nextCharacter(text, at, false);
  if (role === 'name') return next === ':' || next === '=';
  if (next === '' || next === '\n' || next === '\r' || next === '}' || next === ']') return true;
  if (next === '/') return /[/*]/.test(text.charAt(offset + 1));
  if (next !== ',' && next !== ';') return false;
  const [following, followingAt] = nextCharacter(text, offset + 1, true);
  return (
    following === '' || /[{}[\],/]/.test(following) || beginsValue(text, followingAt) || beginsName(text, followingAt)
  );
}

/** Whether a comma or closing bracket at `at` ends a value that has no closing quote. */
export function endsValue(text: string, at: number, role: Role): boolean {
  const [character] = nextCharacter(text, at, false);
  if (character === ',') return role === 'item' || goesOn(text, at, role);
  if (character !== '}' && character !== ']') return false;
  const [next] = nextCharacter(text, at + 1, false);
  return next === '' || /[},\]\r\n/]/.test(next);
}

/** The same for a string with an opening quote: a comma that is followed by more text is part of the string. */
export function endsOpenText(text: string, at: number): boolean {
  const [character, offset] = nextCharacter(text, at, false);
  if (character !== ',') return endsValue(text, at, 'value');
  const [next, nextAt] = nextCharacter(text, offset + 1, true);
  return next === '' || /[{}[\]]/.test(next) || isQuote(next) || beginsName(text, nextAt);
}

const literal = /(?:true|false|null|-?\d)/y;

/** Whether a string, a number, a literal or a bracket begins at an offset. */
export function beginsValue(text: string, at: number): boolean {
  const [character] = nextCharacter(text, at, false);
  if (isQuote(character) || character === '{' || character === '[') return true;
  literal.lastIndex = at;
  return literal.test(text);
}

const bareName = /[\w.$-]+\s*:/y;

export function beginsName(text: string, at: number): boolean {
  bareName.lastIndex = at;
  return bareName.test(text);
}

/** Whether the comma at `at` groups digits, as in 1,000. In an array it separates two numbers. */
export function separatesThousands(text: string, at: number, role: Role): boolean {
  return role !== 'item' && text.charAt(at) === ',' && /^\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5));
}

const quotedName = /["\u201c-\u201f](?:[^"\u201c-\u201f\r\n]*)["\u201c-\u201f]\s*[:\uff1a]/y;

/** Whether a name in quotes, followed by its colon, begins at an offset. */
export function beginsQuotedName(text: string, at: number): boolean {
  quotedName.lastIndex = at;
  return quotedName.test(text);
}

/** Whether no plain text follows. Weaker than {@link goesOn}: JSON may not be able to continue there. */
export function endsThere(text: string, from: number): boolean {
  const [next, at] = nextCharacter(text, from, false);
  return next === '' || /[,}\]\r\n]/.test(next) || beginsValue(text, at);
}

export const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d || Number.isNaN(code);

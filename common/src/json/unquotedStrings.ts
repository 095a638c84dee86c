import { beginsQuotedName, endsValue, goesOn, isLineEnd, separatesThousands, type Role } from './follow';
import { isDoubleQuoteLike } from './lookAlikes';
import type { Marks } from './marks';
import { isSpace, nextCharacter, trimmedEnd } from './scanner';
import { readStrict, type StringExtent } from './strings';

/** Strings that have no opening quote. */

// The length is limited, so that long text without punctuation does not take quadratic time.
const name = /[^\s"{}[\],:=\uff1a\u201c-\u201f][^"{}[\],:;=\r\n\uff1a\u201c-\u201f]{0,200}/y;

/**
 * Finds where a string without an opening quote ends. `close` is its closing quote, if it has one.
 * @param at Offset of its first character.
 */
export function readUnquotedString(text: string, at: number, role: Role, marks: Marks): StringExtent {
  if (role === 'name') {
    name.lastIndex = at;
    const end = at + (name.exec(text)?.[0].length ?? 1);
    const next = text.charAt(end);
    if (isDoubleQuoteLike(next) && goesOn(text, end + 1, role)) return { end: end + 1, close: end };
    if (/[:=\uff1a]/.test(next)) return { end: trimmedEnd(text, at + 1, end) };
    const word = /[\w.$-]+/y;
    word.lastIndex = at;
    return { end: at + (word.exec(text)?.[0].length ?? 1) };
  }
  let open = 0;
  let end = at + 1;
  if (/[{[]/.test(text.charAt(at))) open++;
  for (; end < text.length && !isLineEnd(text.charCodeAt(end)); end++) {
    const character = text.charAt(end);
    const afterSpace = isSpace(text.charAt(end - 1));
    if (isDoubleQuoteLike(character)) {
      if (goesOn(text, end + 1, role)) return { end: end + 1, close: end };
      if (afterSpace && (beginsQuotedName(text, end) || beginsWholeString(text, end, role, marks))) break;
    } else if (character === '{' || character === '[') {
      if (afterSpace && /["{[\]}\r\n]|^$/.test(nextCharacter(text, end + 1, false)[0])) break;
      open++;
    } else if ((character === '}' || character === ']') && open > 0) {
      open--;
    } else if (separatesThousands(text, end, role)) {
      continue;
    } else if (/[,}\]\uff0c\uff5d\uff3d]/.test(character) && open === 0 && endsValue(text, end, role)) {
      const close = role === 'item' ? closeAfterComma(text, end) : undefined;
      return close === undefined ? { end: trimmedEnd(text, at + 1, end) } : { end: close + 1, close };
    } else if (character === '/' && afterSpace && /[/*]/.test(text.charAt(end + 1))) {
      break;
    }
  }
  return { end: trimmedEnd(text, at + 1, end) };
}

/** Whether a complete string begins at an offset and JSON can continue after it, so that the text before is separate. */
function beginsWholeString(text: string, at: number, role: Role, marks: Marks): boolean {
  const strict = role === 'value' && text.charAt(at) === '"' ? readStrict(at, marks) : undefined;
  return strict !== undefined && goesOn(text, strict.end, role);
}

/** The closing quote of an item that has a comma but no opening quote. The quote must follow text directly. */
function closeAfterComma(text: string, comma: number): number | undefined {
  const distance = /["\r\n]/.exec(text.slice(comma, comma + 512))?.index ?? -1;
  const close = comma + distance;
  const closes = distance > 1 && text.charAt(close) === '"' && /[^\s,[\]{}]/.test(text.charAt(close - 1));
  return closes && goesOn(text, close + 1, 'item') ? close : undefined;
}

import type { OffsetRange } from '../../../common/src/json/tree';

/** One way to read a text: as it is, or decoded. */
export interface Reading {
  readonly text: string;
  /** Returns the part of the original text that spells a part of this one. */
  readonly source: (part: OffsetRange) => OffsetRange;
}

/** A way in which a server escapes characters that have a meaning in the format that it writes. */
interface Spelling {
  /** The one or two characters with which an escape sequence begins. */
  readonly marks: string;
  /** Reads the escape sequence at the index of a mark: its character, and its length in units. Undefined if there is none. */
  readonly read: (text: string, index: number) => Spelled | undefined;
}

interface Spelled {
  readonly code: number;
  readonly length: number;
}

const controls = new Map(Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }));
const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/** As in strings of JSON and of similar languages. */
export const json: Spelling = {
  marks: '\\',
  read: (text, index) => {
    const letter = text[index + 1] ?? '';
    const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
    if (digits > 0) return spelled(hexAt(text, index + 2, digits), digits + 2);
    const character = controls.get(letter) ?? (/["'\\/]/.test(letter) ? letter : '');
    return spelled(character.charCodeAt(0), 2);
  },
};
/** As in an address. A byte that isn't part of valid UTF-8 is read as Latin-1, which was used before UTF-8. */
const address: Spelling = {
  marks: '%',
  read: (text, index) => {
    const first = hexAt(text, index + 1, 2);
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let byte = 1; byte <= more; byte++) {
      const next = text[index + 3 * byte] === '%' ? hexAt(text, index + 3 * byte + 1, 2) : Number.NaN;
      if (next >> 6 !== 2) return spelled(first, 3);
      code = (code << 6) | (next & 0x3f);
    }
    return spelled(code, 3 * (more + 1)) ?? spelled(first, 3);
  },
};
/** As in a form, where a plus sign is a space. */
const form: Spelling = {
  marks: '+%',
  read: (text, index) => (text[index] === '+' ? spelled(0x20, 1) : address.read(text, index)),
};
const html: Spelling = {
  marks: '&',
  read: (text, index) => {
    const end = text.slice(index, index + 10).indexOf(';');
    const name = text.slice(index + 1, index + Math.max(end, 1));
    const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? [];
    const number = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return spelled(entities.get(name)?.charCodeAt(0) ?? number, end + 1);
  },
};

/** Undefined if the code isn't that of a character. */
function spelled(code: number, length: number): Spelled | undefined {
  return code >= 0 && code <= 0x10_ff_ff ? { code, length } : undefined;
}

/** The value of hexadecimal digits; NaN for anything else. */
function hexAt(text: string, index: number, digits: number): number {
  let number = 0;
  for (let at = index; at < index + digits; at++) {
    const unit = text.charCodeAt(at);
    const letter = unit | 0x20;
    const digit =
      letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : unit >= 0x30 && unit <= 0x39 ? unit - 0x30 : Number.NaN;
    number = number * 16 + digit;
  }
  return number;
}

const all = [json, address, form, html];
/** The spellings in which even the separators of an address may be escaped. */
export const structural = [json, address, html];
/** The spellings in which only the parts between the separators are escaped. */
export const parts = [address, form];
/** How many times a text is decoded: enough for JSON in JSON in a page. */
const deepest = 3;
/** The most readings of a text: all that are two levels deep (1 + 4 + 16), and a few more. Only a crafted text has more. */
const most = 24;

/**
 * All readings of a text: the text itself, the results of decoding it as JSON, as an address, as a form and as HTML, and the
 * results of decoding those again. Each reading occurs once, and nearly all texts have only one. The work is linear in the
 * text.
 */
export function readingsOf(text: string, spellings: readonly Spelling[] = all): Reading[] {
  const readings: (Reading & { readonly depth: number })[] = [{ text, source: (part) => part, depth: 0 }];
  if (!/[\\%+&]/.test(text)) return readings;
  const seen = new Set([text]);
  // The loop adds to the array that it iterates over.
  for (const { depth, source, text: spelled } of readings) {
    if (depth === deepest) break;
    for (const spelling of spellings) {
      const decoded = decode(spelled, spelling);
      if (decoded === undefined || seen.has(decoded.text)) continue;
      if (readings.length === most) return readings;
      seen.add(decoded.text);
      readings.push({ text: decoded.text, source: (part) => source(decoded.source(part)), depth: depth + 1 });
    }
  }
  return readings;
}

/** Decodes a text in one spelling. Undefined if the text has no escape sequence of that spelling. */
export function decode(text: string, { marks, read }: Spelling): Reading | undefined {
  const [mark, otherMark] = [marks.charCodeAt(0), marks.charCodeAt(marks.length - 1)];
  let units: Uint16Array | undefined;
  let length = 0;
  // The offsets after each escape sequence: in the decoded text, and in the original.
  const [readEnds, textEnds] = [[0], [0]];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const character = unit === mark || unit === otherMark ? read(text, index) : undefined;
    if (character === undefined) {
      if (units !== undefined) units[length] = unit;
      length += 1;
      continue;
    }
    units ??= unitsOf(text, index);
    const { code } = character;
    if (code > 0xff_ff) units[length++] = 0xd7_c0 + (code >> 10);
    units[length++] = code > 0xff_ff ? 0xdc_00 + (code & 0x3_ff) : code;
    index += character.length - 1;
    readEnds.push(length);
    textEnds.push(index + 1);
  }
  if (units === undefined) return undefined;
  const source = (offset: number) => {
    const last = lastNotAfter(readEnds, offset);
    return (textEnds[last] ?? 0) + offset - (readEnds[last] ?? 0);
  };
  return {
    text: Buffer.from(units.buffer, 0, 2 * length).toString('utf16le'),
    source: (part) => ({ start: source(part.start), end: source(part.end) }),
  };
}

/** An array for all units of a text, filled with the first `count` of them. */
function unitsOf(text: string, count: number): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < count; index++) units[index] = text.charCodeAt(index);
  return units;
}

/** The index of the last number that isn't greater than `limit`. The numbers ascend, and the first is 0. */
function lastNotAfter(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > limit) high = middle;
    else low = middle;
  }
  return low;
}

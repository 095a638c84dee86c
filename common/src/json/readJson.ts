import { parseJson } from './jsonValue';
import type { OffsetRange, Writable } from './tree';

/**
 * Reads valid JSON, such as a request that is sent. It accepts exactly what `JSON.parse` accepts, at any depth, and keeps
 * what a parsed value loses: positions, spelling and duplicate properties. For text that a person is still writing, there
 * is `parser.ts`.
 */

/** A value in a JSON text, and its range. */
export interface JsonValue extends OffsetRange {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The object or array that contains it; absent for the root. */
  readonly parent?: JsonValue;
  /** Its property name, or its index in an array; absent for the root. */
  readonly key?: string | number;
  /** The range of its property name, including quotes; absent if it is not the value of a property. */
  readonly name?: OffsetRange;
  /** The decoded value of a string. */
  readonly text?: string;
}

/** A JSON text with its tokens and values. Offsets are UTF-16 units. */
export interface JsonText {
  readonly text: string;
  /** All tokens in order; only the whitespace between them is left out. */
  readonly tokens: readonly OffsetRange[];
  /** In the order of their start: the root is first, and every value comes before what it contains. */
  readonly values: readonly JsonValue[];
}

/** An object or array that is still open. */
interface Open {
  readonly value: Writable<JsonValue>;
  /** Key and name of the next value. */
  key: string | number;
  name: OffsetRange | undefined;
}

/** What may come next: `firstItem` and `firstName` follow an opening bracket, so the closing one may come instead. */
type Next = 'value' | 'firstItem' | 'firstName' | 'name' | 'colon' | 'comma' | 'end';

/** Reads a text. Returns undefined if it is not JSON. Takes linear time at any depth. */
export function readJson(text: string): JsonText | undefined {
  const tokens: OffsetRange[] = [];
  const values: JsonValue[] = [];
  const open: Open[] = [];
  let next = 'value' as Next;

  const begin = (token: OffsetRange, rest: Pick<JsonValue, 'type' | 'text'>): Writable<JsonValue> => {
    const inside = open.at(-1);
    const { start, end } = token;
    const place = inside === undefined ? {} : { parent: inside.value, key: inside.key };
    const value = { start, end, ...rest, ...place, ...(inside?.name !== undefined && { name: inside.name }) };
    values.push(value);
    next = inside === undefined ? 'end' : 'comma';
    return value;
  };
  const close = ({ end }: OffsetRange, type: 'object' | 'array'): boolean => {
    const closed = open.at(-1)?.value;
    if (closed?.type !== type || !(next === 'comma' || next === (type === 'array' ? 'firstItem' : 'firstName')))
      return false;
    closed.end = end;
    open.pop();
    next = open.length === 0 ? 'end' : 'comma';
    return true;
  };
  const take = (token: OffsetRange): boolean => {
    const inside = open.at(-1);
    const isValue = next === 'value' || next === 'firstItem';
    switch (text[token.start]) {
      case '{':
      case '[': {
        if (!isValue) return false;
        const isList = text[token.start] === '[';
        const value = begin(token, { type: isList ? 'array' : 'object' });
        open.push({ value, key: isList ? 0 : '', name: undefined });
        next = isList ? 'firstItem' : 'firstName';
        return true;
      }
      case '}':
        return close(token, 'object');
      case ']':
        return close(token, 'array');
      case ':':
        if (next !== 'colon') return false;
        next = 'value';
        return true;
      case ',':
        if (next !== 'comma' || inside === undefined) return false;
        if (typeof inside.key === 'number') inside.key += 1;
        next = typeof inside.key === 'number' ? 'value' : 'name';
        return true;
      default: {
        const said = parseJson(text.slice(token.start, token.end));
        if (said === undefined) return false;
        if (typeof said === 'string' && inside !== undefined && (next === 'name' || next === 'firstName')) {
          inside.key = said;
          inside.name = token;
          next = 'colon';
          return true;
        }
        if (!isValue) return false;
        begin(token, typeof said === 'string' ? { type: 'string', text: said } : { type: plainType(said) });
        return true;
      }
    }
  };

  const token = /["{}[\],:]|[^ \t\n\r{}[\],:"]+/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const { index: start } = match;
    // A pattern for the complete string would overflow the stack on millions of escape sequences.
    if (match[0] === '"') token.lastIndex = stringEnd(text, start);
    const range = { start, end: token.lastIndex };
    if (!take(range)) return undefined;
    tokens.push(range);
  }
  return next === 'end' ? { text, tokens, values } : undefined;
}

function plainType(value: unknown): 'number' | 'boolean' | 'null' {
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'null';
}

/** The properties of an object or the items of an array, in order; empty for any other value. */
export function childrenIn({ values }: JsonText, parent: JsonValue | undefined): JsonValue[] {
  return parent === undefined ? [] : values.filter((value) => value.parent === parent);
}

/** The properties of an object by name; of duplicates the last, as in JSON.parse. Empty for any other value. */
export function propertiesIn(json: JsonText, object: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  const properties = object?.type === 'object' ? childrenIn(json, object) : [];
  return new Map(properties.map((property) => [String(property.key), property]));
}

/** The source text of each token in a range; by default of all tokens. */
export function tokensOf(
  { text, tokens }: JsonText,
  { start, end }: OffsetRange = { start: 0, end: text.length },
): string[] {
  const within: string[] = [];
  for (let index = firstFrom(tokens, start); (tokens[index]?.end ?? Infinity) <= end; index++) {
    const token = tokens[index];
    if (token !== undefined) within.push(text.slice(token.start, token.end));
  }
  return within;
}

/** Index of the first of the sorted ranges that starts at or after an offset. */
export function firstFrom(ranges: readonly OffsetRange[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offset after the closing quote of the string that begins at `start`, or the length of the text if there is none. */
export function stringEnd(text: string, start: number): number {
  const mark = text[start] ?? '';
  for (let quote = text.indexOf(mark, start + 1); quote !== -1; quote = text.indexOf(mark, quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

import { parseJson } from './jsonValue';
import type { OffsetRange, Writable } from './tree';

/**
 * The reader of JSON that has no faults: of a request that is sent, and of what is in it. It takes what `JSON.parse` takes and
 * nothing else, at any depth, and keeps what a parsed value loses: where all stands, how it is spelled, members that are
 * there twice. `parser.ts` is for texts that a person is still writing.
 */

/** A value in a JSON text, and where it stands there. */
export interface JsonValue extends OffsetRange {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The object or array that it stands in; absent for the whole. */
  readonly parent?: JsonValue;
  /** Its name, or its index in a list; absent for the whole. */
  readonly key?: string | number;
  /** Where its name stands, with its quotes; absent for what is no member. */
  readonly name?: OffsetRange;
  /** What a string says. */
  readonly text?: string;
}

/** A text that is JSON, read. Offsets are UTF-16 units. */
export interface JsonText {
  readonly text: string;
  /** All of it but the white space between them, in order. */
  readonly tokens: readonly OffsetRange[];
  /** In the order in which they begin: the whole comes first, and what is in a value after it. */
  readonly values: readonly JsonValue[];
}

/** An object or array that is still open. */
interface Open {
  readonly value: Writable<JsonValue>;
  /** Of the value that comes next. */
  key: string | number;
  name: OffsetRange | undefined;
}

/** What may come next: `item` and `member` are the first of a list or object, which may also end there. */
type Next = 'value' | 'item' | 'member' | 'name' | 'colon' | 'comma' | 'end';

/** Reads a text; undefined where it is no JSON. The work is linear in the text, whatever its depth. */
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
    if (closed?.type !== type || !(next === 'comma' || next === (type === 'array' ? 'item' : 'member'))) return false;
    closed.end = end;
    open.pop();
    next = open.length === 0 ? 'end' : 'comma';
    return true;
  };
  const take = (token: OffsetRange): boolean => {
    const inside = open.at(-1);
    const isValue = next === 'value' || next === 'item';
    switch (text[token.start]) {
      case '{':
      case '[': {
        if (!isValue) return false;
        const isList = text[token.start] === '[';
        const value = begin(token, { type: isList ? 'array' : 'object' });
        open.push({ value, key: isList ? 0 : '', name: undefined });
        next = isList ? 'item' : 'member';
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
        if (typeof said === 'string' && inside !== undefined && (next === 'name' || next === 'member')) {
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
    // By hand: a pattern for the whole string would run out of stack where a string has millions of escapes.
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

/** The members of an object or the items of a list, in order; none of anything else. */
export function childrenIn({ values }: JsonText, parent: JsonValue | undefined): JsonValue[] {
  return parent === undefined ? [] : values.filter((value) => value.parent === parent);
}

/** The members of an object by their names: of one name the last, which counts. None of what is no object. */
export function propertiesIn(json: JsonText, object: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  const members = object?.type === 'object' ? childrenIn(json, object) : [];
  return new Map(members.map((member) => [String(member.key), member]));
}

/** The tokens of a text, or of a part of it, each as it is spelled. */
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

/** Index of the first of some ranges in order that begins at an offset or after it. */
export function firstFrom(ranges: readonly OffsetRange[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the string that begins at `start` ends: after a quote like its first, or with the text. */
export function stringEnd(text: string, start: number): number {
  const mark = text[start] ?? '';
  for (let quote = text.indexOf(mark, start + 1); quote !== -1; quote = text.indexOf(mark, quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

import { readJson, type JsonText, type JsonValue } from '../../../common/src/json/readJson';
import type { OffsetRange } from '../../../common/src/json/tree';
import { addressSecrets } from './addresses';
import { isSecretName } from './secretNames';
import { decode, json as jsonSpelling, parts, readingsOf, structural, type Reading } from './readings';

/** A secret part of a text. */
export interface Secret extends OffsetRange {
  /** The secret itself, decoded from the text. */
  readonly text: string;
  /** True for a part of an address, which may still be percent-encoded. */
  readonly isSpelled?: boolean;
}

/** What is known about a value in JSON from the path that leads to it. */
export interface Place {
  /** The value is secret. */
  readonly isSecret: boolean;
  /** The value isn't secret, whatever it contains: it identifies the element. */
  readonly isPlain?: boolean;
  /** The last name or index of the path; undefined for the root. */
  readonly name?: string | number;
  /** The number of names and indices in the path. */
  readonly depth: number;
}

/** A string or number in a JSON text. Its range in that text doesn't include the quotes. */
export interface Literal extends OffsetRange {
  readonly text: string;
  readonly place: Place;
  /** Returns the range in the JSON text of a part of `text`. */
  readonly source: Reading['source'];
}

export const top: Place = { isSecret: false, depth: 0 };

/** What is known about a value from the names in its path: everything under a secret name is secret. */
export function byName(above: Place, name: string | number): Place {
  const isSecret = above.isSecret || (typeof name === 'string' && isSecretName(name));
  return { isSecret, name, depth: above.depth + 1 };
}

/** How many levels of JSON in a string of JSON are read. Each level doubles the backslashes, so real texts have few. */
const deepest = 8;

/**
 * The strings and numbers that are values in a JSON text, without empty strings. `root` is what is known about the root
 * value. `below` returns what is known about a child from what is known about its parent and from the child's name or index.
 */
export function literalsOf(json: JsonText, root: Place, below: typeof byName): Literal[] {
  const places = new Map<JsonValue, Place>();
  return json.values.flatMap((value): Literal[] => {
    const { type, parent, key, start, end } = value;
    // A parent comes before its children.
    const above = parent && places.get(parent);
    const place = above === undefined || key === undefined ? root : below(above, key);
    places.set(value, place);
    if (type !== 'string' && type !== 'number') return [];
    const inset = type === 'string' ? 1 : 0;
    const [from, to] = [start + inset, end - inset];
    const spelled = json.text.slice(from, to);
    const reading = inset === 1 ? decode(spelled, jsonSpelling) : undefined;
    const text = reading?.text ?? spelled;
    const source = (part: OffsetRange) => {
      const inside = reading?.source(part) ?? part;
      return { start: from + inside.start, end: from + inside.end };
    };
    return text === '' ? [] : [{ text, place, start: from, end: to, source }];
  });
}

/** The secrets in a value: all of it if its path makes it secret, and the parts that are secret by what surrounds them. */
export function secretsOfLiteral(literal: Literal, depth = 0): Secret[] {
  const { text, place, start, end, source } = literal;
  if (place.isPlain === true) return [];
  const inside = secretsInText(text, place.isSecret, depth).map((secret) => ({ ...secret, ...source(secret) }));
  return place.isSecret ? [{ start, end, text }, ...inside] : inside;
}

/**
 * The secrets in a text by what surrounds them. In JSON: every value under a secret name, at any depth, or every value if
 * `isSecret` is true. In other text: the password of an address, and what follows a secret name and an equals sign or, as in
 * truncated JSON, a colon.
 */
export function secretsInText(text: string, isSecret = false, depth = 0): Secret[] {
  const json = depth < deepest && /^\s*["[{]/.test(text) ? readJson(text) : undefined;
  if (json !== undefined) {
    const literals = literalsOf(json, { ...top, isSecret }, byName);
    return literals.flatMap((literal) => secretsOfLiteral(literal, depth + 1));
  }
  if (!/[@=:\\%&]/.test(text)) return [];
  return readingsOf(text, structural).flatMap((reading) =>
    addressSecrets(reading.text).map((part): Secret => {
      return { ...reading.source(part), text: reading.text.slice(part.start, part.end), isSpelled: true };
    }),
  );
}

/**
 * The forms in which a server may return a secret, each of them in any spelling: a part of an address decoded, a number as
 * JavaScript writes it, the text trimmed, and a header's value without the scheme before it, such as `Bearer`.
 */
export function echoesOf({ text: secret, isSpelled }: Secret): string[] {
  const texts = isSpelled === true ? readingsOf(secret, parts).map(({ text }) => text) : [secret];
  return texts.flatMap((text) => {
    const number = /^-?\d[\d.eE+-]*$/.test(text) ? String(Number(text)) : text;
    const trimmed = text.trim();
    return [text, number, trimmed, trimmed.replace(/^(?:Bearer|Basic|Token)\s+(?=\S+$)/i, '')];
  });
}

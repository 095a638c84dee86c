import { readJson, type JsonText, type JsonValue } from '../../../common/src/json/readJson';
import type { OffsetRange } from '../../../common/src/json/tree';
import { addressSecrets } from './addresses';
import { isSecretName } from './secretNames';
import { decode, json as jsonSpelling, parts, readingsOf, structural, type Reading } from './readings';

/** A part of a text that is secret. */
export interface Secret extends OffsetRange {
  /** What it says. */
  readonly text: string;
  /** True for a part of an address, which may be spelled as addresses are. */
  readonly isSpelled?: boolean;
}

/** What is known of a place in JSON. */
export interface Place {
  /** What stands there is secret. */
  readonly isSecret: boolean;
  /** It is in clear whatever it holds: the name of the element. */
  readonly isPlain?: boolean;
  readonly name?: string | number;
  /** How many names and indices lead to it. */
  readonly depth: number;
}

/** A text or number that is a value of a JSON text; where it stands there, without quotes. */
export interface Literal extends OffsetRange {
  readonly text: string;
  readonly place: Place;
  /** Where a part of `text` stands in the JSON text. */
  readonly source: Reading['source'];
}

export const top: Place = { isSecret: false, depth: 0 };

/** What is known of a value by its names alone: one that says so makes all under it secret. */
export function byName(above: Place, name: string | number): Place {
  const isSecret = above.isSecret || (typeof name === 'string' && isSecretName(name));
  return { isSecret, name, depth: above.depth + 1 };
}

/** How often JSON is looked for in a string of JSON. Each time doubles its backslashes, so that few will ever be. */
const deepest = 8;

/**
 * The texts and numbers that are values of a JSON text, empty ones left out. `root` is what is known of the whole text, and
 * `below` says what is known under a name or an index of a place.
 */
export function literalsOf(json: JsonText, root: Place, below: typeof byName): Literal[] {
  const places = new Map<JsonValue, Place>();
  return json.values.flatMap((value): Literal[] => {
    const { type, parent, key, start, end } = value;
    // What a value stands in comes before it.
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

/** What of a value is secret: all of it by its place, or a part by what stands around it, or both. */
export function secretsOfLiteral(literal: Literal, depth = 0): Secret[] {
  const { text, place, start, end, source } = literal;
  if (place.isPlain === true) return [];
  const inside = secretsInText(text, place.isSecret, depth).map((secret) => ({ ...secret, ...source(secret) }));
  return place.isSecret ? [{ start, end, text }, ...inside] : inside;
}

/**
 * The secrets in a text by what stands around them. Where it is JSON: whatever stands under a secret name, at any depth, or
 * all of it where `isSecret`. Else: the password of an address, and what follows a secret name and an equals sign or,
 * as in JSON that was cut, a colon.
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
 * What a secret may be handed back as, in whatever spelling: a part of an address is decoded, a number written as JavaScript
 * does, a text trimmed, and what a header holds stands without the word before it.
 */
export function echoesOf({ text: secret, isSpelled }: Secret): string[] {
  const texts = isSpelled === true ? readingsOf(secret, parts).map(({ text }) => text) : [secret];
  return texts.flatMap((text) => {
    const number = /^-?\d[\d.eE+-]*$/.test(text) ? String(Number(text)) : text;
    const trimmed = text.trim();
    return [text, number, trimmed, trimmed.replace(/^(?:Bearer|Basic|Token)\s+(?=\S+$)/i, '')];
  });
}

import type { ApiFailure } from '../../platform/errors';
import { propertiesIn, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';
import type { OffsetRange } from '../../../../common/src/json/tree';
import { platformReply } from '../../messages/failures';

/** A message of the platform and the range of the text that it is about, in UTF-16 units with an exclusive end. */
export interface LocatedFailure {
  readonly range: OffsetRange;
  /** The complete message of the platform. */
  readonly message: string;
}

/**
 * Finds the ranges of a request, as written in the file, that cause its rejection; none if the cause is unclear. Reads only
 * what the platform documents: a 404 is about the element, `providerMessage` comes from the provider that the configuration is
 * for, and the message of a 400 contains the names of the entries that it is about, in no documented wording.
 * @param entries Names of the `configuration` entries that the element is known to have.
 */
export function locateFailure(written: JsonText, failure: ApiFailure, entries: readonly string[]): LocatedFailure[] {
  const { status, message, providerMessage } = failure;
  const reply = platformReply(failure);
  const at = (...ranges: (OffsetRange | undefined)[]) =>
    ranges.filter((range) => range !== undefined).map(({ start, end }) => ({ range: { start, end }, message: reply }));
  const nameOf = (property: JsonValue | undefined) => property?.name;

  const properties = propertiesIn(written, written.values[0]);
  const configuration = properties.get('configuration');
  if (providerMessage !== undefined) return at(nameOf(configuration));
  if (message === undefined) return [];
  if (status === 404) return at(propertiesIn(written, properties.get('element')).get('key'));
  if (status !== 400) return [];

  const own = propertiesIn(written, configuration);
  const named = namedKeys(message, [...new Set([...own.keys(), ...entries])]);
  const isMissing = named.some((key) => !own.has(key));
  return at(...named.map((key) => nameOf(own.get(key))), isMissing ? nameOf(configuration) : undefined);
}

/** Lowercase words that are rarely used in a message unless they mean the entry of that name. */
const distinctiveKeys = ['username', 'password', 'subdomain', 'hostname'];

/**
 * Returns the keys that a message contains as a complete word. A key that could be a common English word counts only in
 * quotes or in a list of keys. The message is split once, so that the time is linear in the message and the keys.
 */
function namedKeys(message: string, keys: readonly string[]): string[] {
  const listed = listedKeys(message, new Set(keys));
  const quoted = new Set(message.split(/["'`‘’“”]/).slice(1, -1));
  const words = new Set(message.match(/[\p{L}\p{N}_./@-]+/gu)?.flatMap((word) => [word, withoutStops(word)]));
  return keys.filter((key) => {
    if (listed.has(key) || quoted.has(key)) return true;
    const isCommon = /^[a-z]+$/.test(key) && !distinctiveKeys.includes(key);
    return !isCommon && words.has(key);
  });
}

/** Removes the periods that end a sentence from its last word. */
function withoutStops(word: string): string {
  let end = word.length;
  while (word[end - 1] === '.') end -= 1;
  return word.slice(0, end);
}

/** Returns the keys in lists that contain only keys, after a colon or in brackets. */
function listedKeys(message: string, keys: ReadonlySet<string>): Set<string> {
  const spaced = message.replaceAll(/\s+/g, ' ');
  const afterColons = spaced.split(': ').slice(1);
  const inBrackets = [...spaced.matchAll(/[[(]([^[\]()]*)[\])]/g)].map(([, inside = '']) => inside);
  const lists = [...afterColons, ...inBrackets].map((list) =>
    list
      .trim()
      .replace(/\.$/, '')
      .split(/ ?, ?| (?:and|or) /),
  );
  return new Set(lists.filter((list) => list.every((item) => keys.has(item))).flat());
}

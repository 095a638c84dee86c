import type { ApiFailure } from '../../platform/errors';
import { propertiesIn, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';
import type { OffsetRange } from '../../../../common/src/json/tree';
import { platformReply } from '../../messages/failures';

/** What the platform said, and the range of the text that it is about. Offsets are in UTF-16 units, the end is exclusive. */
export interface LocatedFailure {
  readonly range: OffsetRange;
  /** What the platform said, in full. */
  readonly message: string;
}

/**
 * The places in a request, as it is written, that the refusal of its creation is about; none where that is not plain.
 * Only what the platform documents is read: 404 is for the element, `providerMessage` comes from the provider that the
 * configuration is for, and the message of a 400 names the entries that it is about, in no documented wording.
 * @param entries The entries of `configuration` that the element is known to have.
 */
export function locateFailure(written: JsonText, failure: ApiFailure, entries: readonly string[]): LocatedFailure[] {
  const { status, message, providerMessage } = failure;
  const words = platformReply(failure);
  const at = (...ranges: (OffsetRange | undefined)[]) =>
    ranges.filter((range) => range !== undefined).map(({ start, end }) => ({ range: { start, end }, message: words }));
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

/** Words of one piece that are seldom anything else than the entry of that name. */
const distinctiveKeys = ['username', 'password', 'subdomain', 'hostname'];

/**
 * Those of `keys` that a message names: as a whole word or, where a key is a word of plain English, in quotes or a list.
 * The message is split once, and each key looked up in that, so that the work is linear in both.
 */
function namedKeys(message: string, keys: readonly string[]): string[] {
  const listed = listedKeys(message, new Set(keys));
  const quoted = new Set(message.split(/["'`‘’“”]/).slice(1, -1));
  const words = new Set(message.match(/[\p{L}\p{N}_./@-]+/gu)?.flatMap((word) => [word, withoutStops(word)]));
  return keys.filter((key) => {
    if (listed.has(key) || quoted.has(key)) return true;
    const isPlain = /^[a-z]+$/.test(key) && !distinctiveKeys.includes(key);
    return !isPlain && words.has(key);
  });
}

/** A word without the full stops that end its sentence. */
function withoutStops(word: string): string {
  let end = word.length;
  while (word[end - 1] === '.') end -= 1;
  return word.slice(0, end);
}

/** Keys in a list of nothing but keys: what follows a colon, or stands in brackets. */
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

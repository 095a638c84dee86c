import * as messages from '../../messages';
import type { Trouble } from '../../platform/errors';
import { isObject, parseJson } from '../../../../common/src/json/jsonValue';
import { stringEnd, valuesOf, type Stretch, type TextValue } from '../../platform/jsonText';

/** What the platform said, at the place in a text that it means. Offsets are in UTF-16 units, the end is not part of it. */
export interface PlacedTrouble {
  readonly range: Stretch;
  /** The platform's words, whole. */
  readonly message: string;
}

/**
 * The places of `text` that the refusal of a creation is about; none where that is not plain, or `text` is no JSON.
 * Only what the platform documents is read: 404 is for the element, `providerMessage` comes from the provider that the
 * configuration is for, and the message of a 400 names the entries that it is about, in no documented wording.
 * @param entries The entries of `configuration` that the element is known to have.
 */
export function placeTrouble(text: string, trouble: Trouble, entries: readonly string[]): PlacedTrouble[] {
  const { status, message, providerMessage } = trouble;
  if (!isObject(parseJson(text))) return [];
  const values = valuesOf(text);
  const words = messages.platformWords(trouble);
  const at = (...ranges: (Stretch | undefined)[]) =>
    ranges.filter((range) => range !== undefined).map(({ start, end }) => ({ range: { start, end }, message: words }));
  const nameOf = (member: TextValue | undefined) => member && { start: member.from, end: stringEnd(text, member.from) };

  const members = membersOf(values, values.at(-1));
  const configuration = members.get('configuration');
  if (providerMessage !== undefined) return at(nameOf(configuration));
  if (message === undefined) return [];
  if (status === 404) return at(membersOf(values, members.get('element')).get('key'));
  if (status !== 400) return [];

  const own = membersOf(values, configuration);
  const named = namedKeys(message, [...new Set([...own.keys(), ...entries])]);
  const isMissing = named.some((key) => !own.has(key));
  return at(...named.map((key) => nameOf(own.get(key))), isMissing ? nameOf(configuration) : undefined);
}

/** The members of an object: of one name the last, which counts. None of what is no object. */
function membersOf(values: readonly TextValue[], object: TextValue | undefined): Map<string, TextValue> {
  if (object === undefined) return new Map();
  const { start, end, path } = object;
  const inside = values.filter(
    (value) => value.path.length === path.length + 1 && value.start > start && value.end < end,
  );
  return new Map(
    inside.flatMap((member) => {
      const name = member.path.at(-1);
      return typeof name === 'string' ? [[name, member] as const] : [];
    }),
  );
}

/** Words of one piece that are seldom anything else than the entry of that name. */
const tellingWords = ['username', 'password', 'subdomain', 'hostname'];

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
    const isPlain = /^[a-z]+$/.test(key) && !tellingWords.includes(key);
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

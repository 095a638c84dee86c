import { parseTree, type Node } from 'jsonc-parser';
import * as messages from '../../messages';
import type { Trouble } from '../../platform/errors';

/** What the platform said, at the place in a text that it means. Offsets are in UTF-16 units, the end is not part of it. */
export interface PlacedTrouble {
  readonly range: { readonly start: number; readonly end: number };
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
  const root = parseTree(text);
  const configuration = member(root, 'configuration');
  const at = (...nodes: (Node | undefined)[]) =>
    nodes
      .filter((node) => node !== undefined)
      .map(({ offset, length }) => ({
        range: { start: offset, end: offset + length },
        message: messages.platformWords(trouble),
      }));
  if (providerMessage !== undefined) return at(configuration?.name);
  if (message === undefined) return [];
  if (status === 404) return at(member(member(root, 'element')?.value, 'key')?.value);
  if (status !== 400) return [];

  const own = new Map(members(configuration?.value).map(({ key, name }) => [key, name]));
  const named = namedKeys(message, [...new Set([...own.keys(), ...entries])]);
  const isMissing = named.some((key) => !own.has(key));
  return at(...named.map((key) => own.get(key)), isMissing ? configuration?.name : undefined);
}

interface Member {
  readonly key: string;
  readonly name: Node;
  readonly value: Node;
}

function members(object: Node | undefined): Member[] {
  if (object?.type !== 'object') return [];
  return (object.children ?? []).flatMap(({ children: [name, value] = [] }) =>
    name === undefined || value === undefined ? [] : [{ key: String(name.value), name, value }],
  );
}

/** The last one of that name, which is the one that counts. */
function member(object: Node | undefined, key: string): Member | undefined {
  return members(object).findLast((candidate) => candidate.key === key);
}

/** Words of one piece that are seldom anything else than the entry of that name. */
const tellingWords = ['username', 'password', 'subdomain', 'hostname'];

/** Those of `keys` that a message names: as a whole word or, where a key is a word of plain English, in quotes or a list. */
function namedKeys(message: string, keys: readonly string[]): string[] {
  const listed = listedKeys(message, keys);
  return keys.filter((key) => {
    const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (listed.has(key) || new RegExp(`["'\`‘“]${escaped}["'\`’”]`).test(message)) return true;
    if (/^[a-z]+$/i.test(key) && key.toLowerCase() === key && !tellingWords.includes(key)) return false;
    // A full stop behind it ends the sentence, unless a longer name goes on.
    return new RegExp(`(?<![\\p{L}\\p{N}_./@-])${escaped}(?![\\p{L}\\p{N}_/@-]|\\.[\\p{L}\\p{N}_])`, 'u').test(message);
  });
}

/** Keys in a list of nothing but keys: what follows a colon, or stands in brackets. */
function listedKeys(message: string, keys: readonly string[]): Set<string> {
  const afterColons = message.split(/:\s/).slice(1);
  const inBrackets = [...message.matchAll(/[[(]([^[\]()]*)[\])]/g)].map(([, inside = '']) => inside);
  const lists = [...afterColons, ...inBrackets].map((list) =>
    list
      .trim()
      .replace(/\.$/, '')
      .split(/\s*,\s*|\s+(?:and|or)\s+/),
  );
  return new Set(lists.filter((list) => list.every((item) => keys.includes(item))).flat());
}

import { applyEdits, valuesOf, type TextEdit, type TextValue } from '../../platform/jsonText';
import { mask, scrub } from '../../masks';
import { buildBody } from './buildBody';
import { layOut } from './layOut';
import { referringTexts, type Values } from './referringTexts';

/**
 * A request as a person reads it who has to agree to its references: masked as in a preview, but with the references as
 * the file spells them, also where what stands around one is masked, and with the hosts of addresses that are masked:
 * `oauth.token.url` sounds secret, and says where secrets go. The values of references stand nowhere in it.
 */
export function withReferences(json: string, values: Values, secretEntries: readonly string[] | undefined): string {
  const secrets = [...values.values()];
  // Under names that are no references: nothing is put in for one, and what repeats a value is masked all the same.
  const known = new Map(secrets.map((value, index) => [`${index}`, value]));
  const masked = maskedParts(json, known, secretEntries);
  const hosts = masked.map(({ text }) => {
    const { scheme = '', host = '' } = address.exec(text)?.groups ?? {};
    return `${scheme}${host}`;
  });
  // In one go, so that many hosts and many values do not multiply.
  const scrubbed = scrub(hosts.join('\n'), secrets).split('\n');
  const references = referringTexts(json).flatMap(({ places }) => places);
  let next = 0;
  const edits = masked.flatMap((part, index): TextEdit[] => {
    while ((references[next]?.end ?? Infinity) <= part.start) next += 1;
    const within: Stretch[] = [];
    for (let at = next; (references[at]?.start ?? Infinity) < part.end; at++)
      within.push(...references.slice(at, at + 1));
    // A mask may begin or end within a reference, which is shown all the same.
    const isCut = within.some(({ start, end }) => start < part.start || end > part.end);
    const keepsHost = hosts[index] !== '' && scrubbed.length === hosts.length && scrubbed[index] === hosts[index];
    return keepsHost && !isCut ? [{ ...part, text: aroundHost(part.text) }] : around(part, within);
  });
  return applyEdits(json, edits);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The parts of a request that a preview masks, where they stand in it. */
function maskedParts(json: string, known: Values, secretEntries: readonly string[] | undefined): TextEdit[] {
  let shift = 0;
  return buildBody(json, known, secretEntries).hidden.map(({ start, end, text }) => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { start: from, end: from + text.length, text };
  });
}

/** Masks what lies around some references, which come in order. */
function around({ start, end }: Stretch, references: readonly Stretch[]): TextEdit[] {
  const starts = [start, ...references.map((reference) => reference.end)];
  const ends = [...references.map((reference) => reference.start), end];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? end;
    return from < to ? [{ start: from, end: to, text: mask }] : [];
  });
}

/** An address as JSON spells it, references in it included: who signs in, where, and the rest. */
const address = /^(?<scheme>[a-z][a-z\d+.:-]*:(?:\\?\/){2})(?<user>[^\s/?#\\]*@)?(?<host>[^\s/?#\\@]+)(?<rest>[^]*)$/i;

function aroundHost(text: string): string {
  const { scheme = '', user, host = '', rest = '' } = address.exec(text)?.groups ?? {};
  const signIn = user === undefined ? '' : `${aroundReferences(user.slice(0, -1))}@`;
  return `${scheme}${signIn}${host}${aroundReferences(rest)}`;
}

/** A part of a JSON text in which all but the references is masked. */
function aroundReferences(text: string): string {
  const places = referringTexts(`"${text}"`).flatMap((value) => value.places);
  const starts = [1, ...places.map(({ end }) => end)];
  return starts
    .map((start, index) => {
      const place = places[index];
      const isEmpty = (place?.start ?? text.length + 1) === start;
      return `${isEmpty ? '' : mask}${place === undefined ? '' : text.slice(place.start - 1, place.end - 1)}`;
    })
    .join('');
}

/**
 * The objects that references stand in, with all that is in them, as lines: the outermost of each but the whole request,
 * which it is only where a reference stands in that directly. `shown` is a request as {@link withReferences} gives it.
 */
export function neighbourLines(shown: string): string[] {
  const referring = new Set(referringTexts(shown).map(({ start }) => start));
  const loose: number[] = [];
  const objects: TextValue[] = [];
  // In the order in which they end: an object comes after all that is in it, and takes that over.
  for (const value of valuesOf(shown)) {
    if (referring.has(value.start)) loose.push(value.start);
    if (shown[value.start] !== '{') continue;
    const isInside = (start: number | undefined) => start !== undefined && start > value.start;
    const isWhole = value.path.length === 0;
    if (!isInside(loose.at(-1)) && (isWhole || !isInside(objects.at(-1)?.start))) continue;
    while (isInside(loose.at(-1))) loose.pop();
    while (isInside(objects.at(-1)?.start)) objects.pop();
    objects.push(value);
  }
  return objects.flatMap(({ from, end }) => layOut(shown.slice(from, end)).split('\n'));
}

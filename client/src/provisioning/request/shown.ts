import { applyEdits, valuesOf, type TextValue } from '../../platform/jsonText';
import { mask, scrub } from '../../platform/mask';
import { buildBody } from './buildBody';
import { layOut } from './layOut';
import { referringTexts, type Values } from './references';

/**
 * A request as a person reads it who has to agree to its references: masked as in a preview, but with the references as
 * the file spells them, also where what stands around one is masked, and with the hosts of addresses that are masked:
 * `oauth.token.url` sounds secret, and says where secrets go. The values of references stand nowhere in it.
 */
export function withReferences(json: string, values: Values, secretEntries: readonly string[] | undefined): string {
  const secrets = [...values.values()];
  // Under names that are no references: nothing is put in for one, and what repeats a value is masked all the same.
  const known = new Map(secrets.map((value, index) => [`${index}`, value]));
  const { shown, hidden } = buildBody(json, known, secretEntries);
  const hosts = hidden.map(({ text }) => {
    const { scheme = '', host = '' } = address.exec(text)?.groups ?? {};
    return `${scheme}${host}`;
  });
  // In one go, so that many hosts and many values do not multiply.
  const scrubbed = scrub(hosts.join('\n'), secrets).split('\n');
  const edits = hidden.map((edit, index) => {
    const keepsHost = hosts[index] !== '' && scrubbed.length === hosts.length && scrubbed[index] === hosts[index];
    return { ...edit, text: keepsHost ? aroundHost(edit.text) : aroundReferences(edit.text) };
  });
  return applyEdits(shown, edits);
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

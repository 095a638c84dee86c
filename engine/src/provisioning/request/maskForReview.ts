import { editJson } from '../../../../common/src/json/editJson';
import { tokensOf, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';
import type { OffsetRange } from '../../../../common/src/json/tree';
import { scrub } from '../../masks';
import { buildBody, maskAll } from './buildBody';
import { formatForReview } from './formatForReview';
import { referenceRanges, referringTexts, type Values } from './referringTexts';
import type { RequestDocument } from './requestDocument';

/**
 * A request as a person reads it who has to agree to its references: masked as in a preview, but with the references as
 * the file spells them, also where what stands around one is masked, and with the hosts of addresses that are masked:
 * `oauth.token.url` sounds secret, and says where secrets go. The values of references stand nowhere in it.
 */
export function maskForReview(
  request: RequestDocument,
  values: Values,
  secretEntries: readonly string[] | undefined,
): JsonText {
  const secrets = [...values.values()];
  // Under names that are no references: nothing is put in for one, and what repeats a value is masked all the same.
  const known = new Map(secrets.map((value, index) => [`${index}`, value]));
  const { masked } = buildBody(request, known, secretEntries);
  const textOf = ({ start, end }: OffsetRange) => request.text.slice(start, end);
  const hosts = masked.map((part) => {
    const { scheme = '', host = '' } = address.exec(textOf(part))?.groups ?? {};
    return `${scheme}${host}`;
  });
  // In one go, so that many hosts and many values do not multiply.
  const scrubbed = scrub(hosts.join('\n'), secrets).split('\n');
  const references = referenceRanges(request);
  let next = 0;
  const shown = masked.flatMap((part, index): OffsetRange[] => {
    while ((references[next]?.end ?? Infinity) <= part.start) next += 1;
    const within: OffsetRange[] = [];
    for (let at = next; (references[at]?.start ?? Infinity) < part.end; at++)
      within.push(...references.slice(at, at + 1));
    // A mask may begin or end within a reference, which is shown all the same.
    const isCut = within.some(({ start, end }) => start < part.start || end > part.end);
    const keepsHost = hosts[index] !== '' && scrubbed.length === hosts.length && scrubbed[index] === hosts[index];
    return keepsHost && !isCut ? aroundHost(textOf(part), part.start, within) : around(part, within);
  });
  return editJson(request, maskAll(shown));
}

/** What lies around some references, which come in order. */
function around({ start, end }: OffsetRange, references: readonly OffsetRange[]): OffsetRange[] {
  const starts = [start, ...references.map((reference) => reference.end)];
  const ends = [...references.map((reference) => reference.start), end];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? end;
    return from < to ? [{ start: from, end: to }] : [];
  });
}

/** An address as JSON spells it, references in it included: who signs in, where, and the rest. */
const address = /^(?<scheme>[a-z][a-z\d+.:-]*:(?:\\?\/){2})(?<user>[^\s/?#\\]*@)?(?<host>[^\s/?#\\@]+)(?<rest>[^]*)$/i;

/** What lies around the host of an address that stands at an offset, and around the references on both sides of that. */
function aroundHost(text: string, offset: number, references: readonly OffsetRange[]): OffsetRange[] {
  const { scheme = '', user = '', host = '' } = address.exec(text)?.groups ?? {};
  const start = offset + scheme.length;
  const signIn = { start, end: start + Math.max(user.length - 1, 0) };
  const rest = { start: start + user.length + host.length, end: offset + text.length };
  return [signIn, rest].flatMap((part) => {
    const inside = references.filter((reference) => reference.start >= part.start && reference.end <= part.end);
    return around(part, inside);
  });
}

/**
 * The objects that references stand in, with all that is in them, as lines: the outermost of each but the whole request,
 * which it is only where a reference stands in that directly. `shown` is a request as {@link maskForReview} gives it.
 */
export function linesAroundReferences(shown: JsonText): string[] {
  const [whole] = shown.values;
  // What a value stands in comes before it.
  const outermost = new Map<JsonValue, JsonValue>();
  for (const value of shown.values) {
    const above = value.parent && outermost.get(value.parent);
    const object = above ?? (value.type === 'object' && value !== whole ? value : undefined);
    if (object !== undefined) outermost.set(value, object);
  }
  const found = referringTexts(shown).flatMap(({ value }) => outermost.get(value) ?? (isObject(whole) ? whole : []));
  const objects = isObject(whole) && found.includes(whole) ? [whole] : [...new Set(found)];
  return objects.flatMap(({ start, end, name }) =>
    formatForReview(tokensOf(shown, { start: name?.start ?? start, end })).split('\n'),
  );
}

function isObject(value: JsonValue | undefined): value is JsonValue {
  return value?.type === 'object';
}

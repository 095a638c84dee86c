import { editJson } from '../../../../common/src/json/editJson';
import { tokensOf, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';
import type { OffsetRange } from '../../../../common/src/json/tree';
import { scrub } from '../../masks';
import { buildBody, maskAll } from './buildBody';
import { formatForReview } from './formatForReview';
import { referenceRanges, referringTexts, type Values } from './referringTexts';
import type { RequestDocument } from './requestDocument';

/**
 * Masks a request for a person who has to agree to its references. It is masked as in a preview, but references stay as
 * written in the file, even if the text around one is masked. The host of a masked address also stays visible, because a
 * property such as `oauth.token.url` counts as secret but shows where secrets are sent. The result contains no value of a
 * reference.
 */
export function maskForReview(
  request: RequestDocument,
  values: Values,
  secretEntries: readonly string[] | undefined,
): JsonText {
  const secrets = [...values.values()];
  // The keys are no references, so nothing is inserted, but every repetition of a value is masked nevertheless.
  const known = new Map(secrets.map((value, index) => [`${index}`, value]));
  const { masked } = buildBody(request, known, secretEntries);
  const textOf = ({ start, end }: OffsetRange) => request.text.slice(start, end);
  const hosts = masked.map((part) => {
    const { scheme = '', host = '' } = address.exec(textOf(part))?.groups ?? {};
    return `${scheme}${host}`;
  });
  // All hosts in one call, so that the time is not the product of hosts and values.
  const scrubbed = scrub(hosts.join('\n'), secrets).split('\n');
  const references = referenceRanges(request);
  let next = 0;
  const shown = masked.flatMap((part, index): OffsetRange[] => {
    while ((references[next]?.end ?? Infinity) <= part.start) next += 1;
    const within: OffsetRange[] = [];
    for (let at = next; (references[at]?.start ?? Infinity) < part.end; at++)
      within.push(...references.slice(at, at + 1));
    // A masked part may begin or end inside a reference, which is shown nevertheless.
    const isCut = within.some(({ start, end }) => start < part.start || end > part.end);
    const keepsHost = hosts[index] !== '' && scrubbed.length === hosts.length && scrubbed[index] === hosts[index];
    return keepsHost && !isCut ? aroundHost(textOf(part), part.start, within) : around(part, within);
  });
  return editJson(request, maskAll(shown));
}

/** Returns the parts of a range around references, which must be in order. */
function around({ start, end }: OffsetRange, references: readonly OffsetRange[]): OffsetRange[] {
  const starts = [start, ...references.map((reference) => reference.end)];
  const ends = [...references.map((reference) => reference.start), end];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? end;
    return from < to ? [{ start: from, end: to }] : [];
  });
}

/** An address as spelled in JSON, with or without references: scheme, user info, host and the rest. */
const address = /^(?<scheme>[a-z][a-z\d+.:-]*:(?:\\?\/){2})(?<user>[^\s/?#\\]*@)?(?<host>[^\s/?#\\@]+)(?<rest>[^]*)$/i;

/** Returns the parts of the address at an offset, without its scheme, its host and the references in it. */
function aroundHost(text: string, offset: number, references: readonly OffsetRange[]): OffsetRange[] {
  const { scheme = '', user = '', host = '' } = address.exec(text)?.groups ?? {};
  const start = offset + scheme.length;
  const userInfo = { start, end: start + Math.max(user.length - 1, 0) };
  const rest = { start: start + user.length + host.length, end: offset + text.length };
  return [userInfo, rest].flatMap((part) => {
    const inside = references.filter((reference) => reference.start >= part.start && reference.end <= part.end);
    return around(part, inside);
  });
}

/**
 * Returns the lines of the objects that contain references. Of nested objects it is the outermost one below the root; only
 * for a reference outside of these it is the entire request. `shown` is the result of {@link maskForReview}.
 */
export function linesAroundReferences(shown: JsonText): string[] {
  const [whole] = shown.values;
  // A value always comes after the object or array that contains it.
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

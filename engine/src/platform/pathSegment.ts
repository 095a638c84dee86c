/** What no part of a path has: `/` and `\`, which part it, control characters, line breaks, and half of a surrogate pair. */
const parting = /[/\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/** The same and dots, spelled so that a server that decodes twice would take them for what they stand for. */
const encoded = /%(?:2e|2f|5c|[01][\da-f]|7f)/i;

/**
 * A text as one part of a URL's path, percent-encoded. Undefined for one that would be another path than the one that is
 * meant: empty, `.` and `..`, which every client resolves, or with what no part of a path has, also percent-encoded.
 */
export function pathSegment(text: string): string | undefined {
  if (text === '' || text === '.' || text === '..') return undefined;
  return parting.test(text) || encoded.test(text) ? undefined : encodeURIComponent(text);
}

/** Characters that no segment may have: the separators `/` and `\`, control characters, line breaks, lone surrogates. */
const forbidden = /[/\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/** The same and dots, percent-encoded: a server that decodes twice would act on them. */
const encoded = /%(?:2e|2f|5c|[01][\da-f]|7f)/i;

/**
 * Percent-encodes a text as one segment of a URL's path. Undefined if the text would change the path: if it is empty, `.` or
 * `..`, which every client resolves, or has a character that no segment may have, even percent-encoded.
 */
export function pathSegment(text: string): string | undefined {
  if (text === '' || text === '.' || text === '..') return undefined;
  return forbidden.test(text) || encoded.test(text) ? undefined : encodeURIComponent(text);
}

/**
 * A text as it stands between the double quotes of a Windows command line, by the rules of Microsoft's C runtime
 * ("Parsing C command-line arguments"): a quote gets a backslash, and backslashes before a quote are doubled.
 * `atEnd` says that a quote follows.
 */
export function escapeArgument(text: string, atEnd: boolean): string {
  const escaped = text.replaceAll(/(\\*)"/g, String.raw`$1$1\"`);
  return atEnd ? escaped.replace(/\\+$/, '$&$&') : escaped;
}

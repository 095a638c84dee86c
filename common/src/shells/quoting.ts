// Escapes text for use inside quotes, by shell. The results do not include the quotes.

/** For single quotes of a POSIX shell, where nothing is special (XCU 2.2.2): a quote ends them, and new ones begin after it. */
export function inPosixSingleQuotes(text: string): string {
  return text.replaceAll("'", String.raw`'\''`);
}

/** For single quotes of PowerShell, which accepts curly quotes, too (about_Quoting_Rules; its tokenizer has the list). */
export function inPowerShellSingleQuotes(text: string): string {
  return text.replaceAll(/['\u2018-\u201b]/g, '$&$&');
}

/** For double quotes of PowerShell, where `$` begins a variable and a backtick escapes. */
export function inPowerShellDoubleQuotes(text: string): string {
  return text.replaceAll(/[`$"\u201c-\u201e]/g, '`$&');
}

/**
 * For double quotes of a Windows command line, by the rules of Microsoft's C runtime ("Parsing C command-line arguments"):
 * a quote gets a backslash, and backslashes before a quote are doubled.
 * @param atEnd Whether the closing quote follows.
 */
export function inArgumentQuotes(text: string, atEnd: boolean): string {
  // Matches from the start of a run of backslashes only, or a long run would take quadratic time.
  const escaped = text.replaceAll(/(?<!\\)(\\*)"/g, String.raw`$1$1\"`);
  return atEnd ? escaped.replace(/(?<!\\)\\+$/, '$&$&') : escaped;
}

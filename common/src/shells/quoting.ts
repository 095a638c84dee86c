// How a text is spelled between quotes, by shell. Each gives what stands between them, without the quotes.

/** Between single quotes of sh and its like, where nothing is special (POSIX, XCU 2.2.2): they end for a quote, and begin again. */
export function inPosixSingleQuotes(text: string): string {
  return text.replaceAll("'", String.raw`'\''`);
}

/** Between single quotes of PowerShell, to which curly ones are quotes (about_Quoting_Rules; its tokenizer has the list). */
export function inPowerShellSingleQuotes(text: string): string {
  return text.replaceAll(/['\u2018-\u201b]/g, '$&$&');
}

/** The same between double ones, where `$` begins a variable and a backtick escapes. */
export function inPowerShellDoubleQuotes(text: string): string {
  return text.replaceAll(/[`$"\u201c-\u201e]/g, '`$&');
}

/**
 * Between the double quotes of a Windows command line, by the rules of Microsoft's C runtime ("Parsing C command-line
 * arguments"): a quote gets a backslash, and backslashes before a quote are doubled. `atEnd` says that a quote follows.
 */
export function inArgumentQuotes(text: string, atEnd: boolean): string {
  // Only where a run begins: from each backslash of one, the work would be its square.
  const escaped = text.replaceAll(/(?<!\\)(\\*)"/g, String.raw`$1$1\"`);
  return atEnd ? escaped.replace(/(?<!\\)\\+$/, '$&$&') : escaped;
}

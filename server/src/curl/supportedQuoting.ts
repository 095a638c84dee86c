import type { Command } from './command';
import type { Shell } from './shellRules';

/**
 * Quoting that is interpreted in two steps, or that isn't supported here. Such a command gets no problems for its
 * quoting and its JSON, and fix all doesn't change it: no fix is better than one that breaks what works.
 */
const hasUnsupportedQuoting: Readonly<
  Record<Shell, (command: Pick<Command, 'words'> & { readonly text: string }) => boolean>
> = {
  // A space after a backslash is part of a word. It remains of joined lines, or of a comment after a backslash.
  posix: ({ words }) => words.some(({ value, quotes }) => quotes.length === 0 && /^[ \t]/.test(value)),
  // A backslash has no meaning in PowerShell. Whether it escapes a quote for the program depends on the version.
  powershell: ({ text }) => text.includes('\\"'),
  // cmd removes the caret first, and the program interprets the rest.
  cmd: ({ text }) => text.includes('^"'),
};

/** True for a command that is read here exactly as its shell reads it. */
export const hasSupportedQuoting = (command: Command & { readonly text: string }): boolean =>
  !hasUnsupportedQuoting[command.shell](command);

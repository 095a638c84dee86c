import type { Command } from './command';
import type { Shell } from './shellRules';

/**
 * Quoting that is read in two steps, or that this reader does not know. Nothing is said of what such a command sends, and
 * fix-all leaves it as it is: silence is better than a fix that breaks what works.
 */
const hasUnsupportedQuoting: Readonly<
  Record<Shell, (command: Pick<Command, 'words'> & { readonly text: string }) => boolean>
> = {
  // A space after a backslash is a word, or its beginning: lines that were joined, or a comment after a backslash.
  posix: ({ words }) => words.some(({ value, quotes }) => quotes.length === 0 && /^[ \t]/.test(value)),
  // PowerShell knows no backslash: the program takes it for one before a quote, or not, as the version has it.
  powershell: ({ text }) => text.includes('\\"'),
  // cmd takes the caret away first, and what is left is read by the program.
  cmd: ({ text }) => text.includes('^"'),
};

/** True for a command that is read here as its shell reads it. */
export const hasSupportedQuoting = (command: Command & { readonly text: string }): boolean =>
  !hasUnsupportedQuoting[command.shell](command);

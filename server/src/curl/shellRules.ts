import {
  inArgumentQuotes,
  inPosixSingleQuotes,
  inPowerShellDoubleQuotes,
  inPowerShellSingleQuotes,
} from '../../../common/src/shells/quoting';
import { isDoubleQuoteLike, isSingleQuoteLike } from '../../../common/src/json/lookAlikes';

/** The differences between shells that matter for cURL commands. Nothing is ever run. */

export type Shell = 'posix' | 'powershell' | 'cmd';

/** How text is quoted in a command. */
export type Quoting = 'plain' | 'single' | 'double';
export type Family = Exclude<Quoting, 'plain'>;

export interface ShellRules {
  /** Continues the command on the next line; escapes any other character that follows. */
  readonly continuation: string;
  /** The characters that the shell accepts as quotes, by family, including look-alikes. */
  readonly marks: Readonly<Record<Family, string>>;
  /** A variable or other expansion. Sticky. */
  readonly variable: RegExp;
  /** The start of a line that is a comment. */
  readonly comment: RegExp;
  /** The syntax that expands an environment variable. */
  readonly nameVariable: (name: string) => string;
}

export const shellRules: Readonly<Record<Shell, ShellRules>> = {
  // POSIX.1-2017, Shell Command Language, 2.2 Quoting and 2.6 Word Expansions.
  posix: {
    continuation: '\\',
    marks: { single: "'", double: '"' },
    variable: /\$(?:[A-Za-z_]\w*|\{[^{}\r\n]*\}|\([^()\r\n]*\)|[\d@*#?!$-])|`[^`\r\n]*`/y,
    comment: /^\s*#/,
    nameVariable: (name) => `$${name}`,
  },
  // PowerShell language specification, 2.3.5.2 String literals: curly quotes are quotes.
  powershell: {
    continuation: '`',
    marks: { single: "'\u2018\u2019\u201a\u201b", double: '"\u201c\u201d\u201e' },
    variable: /\$(?:\w+:\w+|\w+|\{[^{}\r\n]*\}|\([^()\r\n]*\)|[$?^])/y,
    comment: /^\s*#/,
    nameVariable: (name) => `$env:${name}`,
  },
  // cmd.exe has only double quotes. cURL's C runtime interprets what is between them.
  cmd: {
    continuation: '^',
    marks: { single: '', double: '"' },
    variable: /%(?:\w+%|~?\d|\*)|!\w+!/y,
    comment: /^\s*(?:::|@?rem\b)/i,
    nameVariable: (name) => `%${name}%`,
  },
};

/** The family of the quote that a character is or looks like. Backticks and accents have other uses in shells. */
export function familyOf(character: string): Family | undefined {
  if (isDoubleQuoteLike(character)) return 'double';
  return isSingleQuoteLike(character) && character !== '`' && character !== '\u00b4' ? 'single' : undefined;
}

/** Escapes text so that the shell passes it on literally. */
export function encode(text: string, quoting: Quoting, shell: Shell): string {
  switch (shell) {
    case 'posix':
      if (quoting === 'single') return inPosixSingleQuotes(text);
      return text.replaceAll(quoting === 'double' ? /[\\"$`]/g : /[^\w@%+=:,./\r\n-]/g, '\\$&');
    case 'powershell':
      if (quoting === 'single') return inPowerShellSingleQuotes(text);
      if (quoting === 'double') return inPowerShellDoubleQuotes(text);
      return text.replaceAll(/[^\w@%+=:./\r\n-]/g, '`$&');
    case 'cmd':
      return quoting === 'plain'
        ? text.replaceAll(/[&|<>^()"%]/g, '^$&')
        : inArgumentQuotes(text, false).replaceAll('%', '%%');
  }
}

/** The quote of a family; the double one in a shell that has no other. */
export const markOf = (family: Family, shell: Shell): string => (family === 'double' || shell === 'cmd' ? '"' : "'");

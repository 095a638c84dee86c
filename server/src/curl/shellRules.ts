import {
  inArgumentQuotes,
  inPosixSingleQuotes,
  inPowerShellDoubleQuotes,
  inPowerShellSingleQuotes,
} from '../../../common/src/shells/quoting';
import { isDoubleQuoteLike, isSingleQuoteLike } from '../../../common/src/json/lookAlikes';

/** What differs between shells, as far as a cURL command needs it. Nothing here is ever run. */

export type Shell = 'posix' | 'powershell' | 'cmd';

/** How text stands in a command: bare, or in quotes of either kind. */
export type Quoting = 'plain' | 'single' | 'double';
export type Family = Exclude<Quoting, 'plain'>;

export interface ShellRules {
  /** At the end of a line, it makes the command go on in the next. Before another character, that one means itself. */
  readonly continuation: string;
  /** What the shell takes for a quote, by kind; look-alikes among them. */
  readonly marks: Readonly<Record<Family, string>>;
  /** A text that stands for another: from its first character on. Sticky. */
  readonly variable: RegExp;
  /** A line that begins so is no command. */
  readonly comment: RegExp;
  /** How an environment variable is written where it is put in. */
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
  // cmd.exe knows double quotes alone; what is between them is read by cURL's own C runtime.
  cmd: {
    continuation: '^',
    marks: { single: '', double: '"' },
    variable: /%(?:\w+%|~?\d|\*)|!\w+!/y,
    comment: /^\s*(?:::|@?rem\b)/i,
    nameVariable: (name) => `%${name}%`,
  },
};

/** The kind of quote that a character is or looks like. A backtick and an accent are none: shells use them otherwise. */
export function familyOf(character: string): Family | undefined {
  if (isDoubleQuoteLike(character)) return 'double';
  return isSingleQuoteLike(character) && character !== '`' && character !== '\u00b4' ? 'single' : undefined;
}

/** Writes a text so that it means itself where it is put in. */
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

/** The quote to write. Where a shell has but one kind, that. */
export const markOf = (family: Family, shell: Shell): string => (family === 'double' || shell === 'cmd' ? '"' : "'");

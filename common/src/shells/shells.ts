import { fitForCmd, quoteForCmd } from './cmd';
import { quoteForPosix } from './posix';
import { encloseForPowerShell, fitForPowerShell, quoteForPowerShell } from './powershell';
import { joinText, type Quoted, type Word } from './word';

export type ShellId = 'posix' | 'powershell' | 'cmd';

/** What differs from shell to shell in a cURL command. */
export interface Shell {
  readonly id: ShellId;
  /** As cURL is called there: to Windows PowerShell, `curl` is another command. */
  readonly program: string;
  /** Ends a line that goes on in the next one. */
  readonly continuation: string;
  /** Spells a word so that the program gets it as it is, with the values of its variables. */
  readonly quote: (word: Word) => Quoted;
  /** The same JSON, its white space changed where the shell could not say it as it is. */
  readonly fit: (json: Word) => Word;
  /** Puts around a command of these words what it needs. */
  readonly enclose: (command: string, words: readonly Word[]) => string;
  /** The name of a reference as one that a variable can have. */
  readonly spellName: (name: string) => string;
  /** Whether names of variables that differ in this alone are the same. */
  readonly ignoresCase: boolean;
  /** Whether a command is longer than it may be. */
  readonly isTooLong: (command: string) => boolean;
}

const asItIs = <T>(what: T): T => what;

export const shells: Readonly<Record<ShellId, Shell>> = {
  posix: {
    id: 'posix',
    program: 'curl',
    continuation: '\\',
    quote: (word) => quoteForPosix(joinText(word)),
    fit: asItIs,
    enclose: asItIs,
    spellName: (name) => name.replaceAll(/\W/g, '_'),
    ignoresCase: false,
    // Linux's limit of one argument (MAX_ARG_STRLEN), with the NUL at its end; macOS takes more.
    isTooLong: (command) => Buffer.byteLength(command) >= 131_072,
  },
  powershell: {
    id: 'powershell',
    program: 'curl.exe',
    continuation: '`',
    quote: (word) => quoteForPowerShell(joinText(word)),
    fit: fitForPowerShell,
    enclose: encloseForPowerShell,
    spellName: asItIs,
    ignoresCase: true,
    // Of CreateProcess, with the NUL at its end.
    isTooLong: (command) => command.length >= 32_767,
  },
  cmd: {
    id: 'cmd',
    program: 'curl',
    continuation: '^',
    quote: (word) => quoteForCmd(joinText(word)),
    fit: fitForCmd,
    enclose: asItIs,
    spellName: asItIs,
    ignoresCase: true,
    isTooLong: (command) => command.length > 8_191,
  },
};

/** All shells, the one that is usual on a system first. `platform` is as in `process.platform`. */
export function shellsFor(platform: string): readonly Shell[] {
  const { posix, powershell, cmd } = shells;
  return platform === 'win32' ? [powershell, cmd, posix] : [posix, powershell, cmd];
}

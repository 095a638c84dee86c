import { fitForCmd, quoteForCmd } from './cmd';
import { quoteForPosix } from './posix';
import { encloseForPowerShell, fitForPowerShell, quoteForPowerShell } from './powershell';
import { joinText, type Quoted, type Word } from './word';

export type ShellId = 'posix' | 'powershell' | 'cmd';

/** What differs between shells in a cURL command. */
export interface Shell {
  readonly id: ShellId;
  /** Name of cURL there: in Windows PowerShell, `curl` is another command. */
  readonly program: string;
  /** Continues a command on the next line. */
  readonly continuation: string;
  /** Quotes a word so that the program gets exactly this text, with variables expanded. */
  readonly quote: (word: Word) => Quoted;
  /** The same JSON, with other whitespace if the shell cannot quote it unchanged. */
  readonly fit: (json: Word) => Word;
  /** Wraps a command of these words if the shell needs it. */
  readonly enclose: (command: string, words: readonly Word[]) => string;
  /** Turns the name of a reference into a valid name of a variable. */
  readonly spellName: (name: string) => string;
  /** Whether names of variables are case-insensitive. */
  readonly ignoresCase: boolean;
  /** Whether a command exceeds the limit of the shell or system. */
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

/** All shells, the usual one of a system first. `platform` is a value of `process.platform`. */
export function shellsFor(platform: string): readonly Shell[] {
  const { posix, powershell, cmd } = shells;
  return platform === 'win32' ? [powershell, cmd, posix] : [posix, powershell, cmd];
}

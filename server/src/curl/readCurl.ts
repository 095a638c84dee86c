import type { ReadCurl } from '../../../common/src/protocol/curl';
import type { Catalog } from '../catalog/catalog';
import { isPlaceholder } from '../request/placeholders';
import { applyEdits } from '../../../common/src/json/edits';
import { readAuthorization } from './authorization';
import { isUnexpanded } from './callFindings';
import type { Data, Header } from './call';
import { findCommands, type CurlCommand } from './commands';
import { touchesVariable } from './bodyEdits';
import { fixCommand, wholeCommand } from './script';
import type { Shell } from './shellRules';

/**
 * Reads the first cURL command of a text, with all fixes applied; null where none calls the platform. The command is
 * never run.
 */
export function readCurl(text: string, catalog: Catalog): ReadCurl | null {
  const shell = guessShell(text);
  const [found] = findCommands(shell === 'cmd' && text.includes('^"') ? withoutCarets(text) : text, shell);
  return found ? readCurlCommand(found.command, catalog) : null;
}

/** As cmd passes it on: a caret escapes the next character. */
const withoutCarets = (text: string): string => text.replaceAll(/\^([^\r\n])/g, '$1');

/** Reads a command, with all fixes applied. */
export function readCurlCommand(original: CurlCommand, catalog: Catalog): ReadCurl | null {
  const { text, shell } = original;
  const fixed = applyEdits(text, fixCommand(original, catalog));
  const command = wholeCommand(fixed, shell);
  if (!command) return null;
  const { address, data, headers } = command.call;
  const [first] = data;
  const header = headers.find(({ name }) => name === 'authorization');
  const userSecret = header && secretOf(header, 'user', shell);
  const organizationSecret = header && secretOf(header, 'organization', shell);
  return {
    ...(first && first.file === undefined && !isSubstituted(first) ? { body: bodyText(first, shell) } : {}),
    url: address.value,
    ...(userSecret === undefined ? {} : { userSecret }),
    ...(organizationSecret === undefined ? {} : { organizationSecret }),
    ...(first?.file === undefined ? {} : { file: first.file }),
  };
}

/** True for data that is the output of another command, or the default of a variable. */
const isSubstituted = ({ argument: { word } }: Data): boolean =>
  word.pieces.every(({ text, isVariable }) => isVariable && /^(?:\$\(|`|\$\{\w+[^\w:}]|\$\{\w+:[-=?+])/.test(text));

/** PowerShell passes a backslash before a quote to the program, which reads it as an escape. */
const bodyText = ({ argument: { value } }: Data, shell: Shell): string =>
  shell === 'powershell' ? value.replaceAll('\\"', '"') : value;

function secretOf(
  { argument, value, valueAt }: Header,
  kind: 'user' | 'organization',
  shell: Shell,
): string | undefined {
  const secret = readAuthorization(value).secrets.find((candidate) => candidate.kind === kind);
  if (!secret || isPlaceholder(secret.value) || isUnexpanded(secret.value, shell)) return undefined;
  const range = { start: valueAt + secret.range.start, end: valueAt + secret.range.end };
  return touchesVariable(argument, range) || /\s/.test(secret.value) ? undefined : secret.value;
}

/** The shell that a command is written for, by syntax that no other shell has. */
export function guessShell(text: string): Shell {
  if (/\\[ \t]*[\r\n]/.test(text)) return 'posix';
  // Three backticks are no continuation character, but end a code block.
  if (/[ \t'"]`[ \t]*[\r\n]|\$env:/.test(text)) return 'powershell';
  return /\^[ \t]*[\r\n]|%\w+%/.test(text) ? 'cmd' : 'posix';
}

import type { Catalog } from '../catalog/catalog';
import { findCommands } from './commands';
import { finding, type Finding } from './findings';
import { guessShell, readCurlCommand } from './readCurl';

const beginning = /^\s*(?:[$%>][ \t]+)?curl(?:\.exe)?\s/;

/** The problem of a file that is nothing but a cURL command, with the fix that replaces it with its JSON. */
export function findPastedCommand(text: string, catalog: Catalog): Finding | undefined {
  if (!beginning.test(text)) return undefined;
  const [found, ...others] = findCommands(text, guessShell(text));
  if (!found || others.length > 0 || text.slice(found.end).trim() !== '') return undefined;
  const { start, end, command } = found;
  return finding({ code: 'curl-command', range: { start, end } }, () => {
    const body = readCurlCommand(command, catalog)?.body;
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    return body === undefined ? undefined : [{ start: 0, end: text.length, text: body.trim() + lineEnd }];
  });
}

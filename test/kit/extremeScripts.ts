import { address } from './curl';
import type { Times } from './growth';

/** Scripts that no person writes: each showed, or would show, where a command is not read in a time by its length: 100 KB at most. */

const much = (times: Times, piece: string): string => piece.repeat(Math.ceil((25_000 * times) / piece.length));
const call = `curl ${address} `;

export const extremeScripts: readonly { readonly name: string; readonly text: (times: Times) => string }[] = [
  { name: 'commands whose JSON is never closed', text: (times) => much(times, `x=$(${call}-d '{\n`) },
  { name: 'the same on one line', text: (times) => much(times, `${call}-d '{ ; `) },
  { name: 'one quote after another', text: (times) => `${call}-d ${much(times, "' ")}` },
  { name: 'quotes and escapes joined', text: (times) => call + much(times, "'a'      \\") },
  { name: 'JSON in double quotes, not escaped', text: (times) => `${call}-d "{${much(times, '"a": "b", ')}` },
  { name: 'JSON in double quotes, with curly ones', text: (times) => `${call}-d "{${much(times, '\\"a\\": “b”, ')}` },
  { name: 'backslashes in quotes', text: (times) => `${call}-d "${much(times, '\\')}` },
  { name: 'variables that are never closed', text: (times) => `${call}"${much(times, '${ ')}` },
  { name: 'placeholders that are never closed', text: (times) => call + much(times, '<a ') },
  { name: 'commands before an address', text: (times) => `${much(times, 'a=b curl;')} ${call}` },
  { name: 'line breaks without backslashes', text: (times) => call + much(times, '\n–H x') },
  { name: 'headers', text: (times) => call + much(times, `-H 'Authorization: User <A>, Organization B' `) },
  { name: 'commas in a header', text: (times) => `${call}-H 'Authorization: ${much(times, ',')}'` },
  { name: 'no-break spaces', text: (times) => call + much(times, '\u00a0 ') },
  { name: 'curly quotes', text: (times) => call + much(times, '“') },
  {
    name: 'right and wrong commands by the thousand',
    text: (times) => much(times, `${call}-d "{"a": "b",}" –H ‘x’\n`),
  },
];

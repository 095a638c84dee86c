import { address } from './curl';

/** Scripts that no person writes: each showed, or would show, where a command is not read in a time by its length. */

const kilobytes = 100;
const much = (piece: string): string => piece.repeat(Math.ceil((kilobytes * 1000) / piece.length));
const call = `curl ${address} `;

export const extremeScripts: readonly { readonly name: string; readonly text: () => string }[] = [
  { name: 'commands whose JSON is never closed', text: () => much(`x=$(${call}-d '{\n`) },
  { name: 'the same on one line', text: () => much(`${call}-d '{ ; `) },
  { name: 'quotes behind one another', text: () => `${call}-d ${much("' ")}` },
  { name: 'quotes and escapes joined', text: () => call + much("'a'      \\") },
  { name: 'JSON in double quotes, not escaped', text: () => `${call}-d "{${much('"a": "b", ')}` },
  { name: 'JSON in double quotes, with curly ones', text: () => `${call}-d "{${much('\\"a\\": “b”, ')}` },
  { name: 'backslashes in quotes', text: () => `${call}-d "${much('\\')}` },
  { name: 'variables that are never closed', text: () => `${call}"${much('${ ')}` },
  { name: 'placeholders that are never closed', text: () => call + much('<a ') },
  { name: 'commands before an address', text: () => `${much('a=b curl;')} ${call}` },
  { name: 'line breaks without backslashes', text: () => call + much('\n–H x') },
  { name: 'headers', text: () => call + much(`-H 'Authorization: User <A>, Organization B' `) },
  { name: 'commas in a header', text: () => `${call}-H 'Authorization: ${much(',')}'` },
  { name: 'no-break spaces', text: () => call + much('\u00a0 ') },
  { name: 'curly quotes', text: () => call + much('“') },
  { name: 'right and wrong commands by the thousand', text: () => much(`${call}-d "{"a": "b",}" –H ‘x’\n`) },
];

import type { Times } from './growth';

/**
 * Texts that no person writes, and that nothing may die of. Made when asked for: together they are 40 MB. What a name says of a
 * length is true of four times the smallest one.
 */

export interface Extreme {
  readonly name: string;
  readonly text: (times: Times) => string;
  /** Codes that are among its problems, where it is plain which. */
  readonly codes?: readonly string[];
}

/** A quarter of a megabyte, which is four times in the longest text. */
const quarter = 250_000;
const many = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');
const helpscout = (configuration: string, rest = ''): string =>
  `{ "element": { "key": "helpscout" }, "configuration": {${configuration}}${rest} }`;

export const extremes: readonly Extreme[] = [
  {
    name: 'a string of 5 MB',
    text: (times) => helpscout('', `, "name": "${'x y'.repeat(425_000 * times)}"`),
    codes: ['missing-entries'],
  },
  { name: 'an unclosed string of 5 MB', text: (times) => `{ "name": "${'x y'.repeat(425_000 * times)}` },
  { name: '100,000 open brackets', text: (times) => '['.repeat(25_000 * times), codes: ['too-deep'] },
  {
    name: '100,000 closed brackets',
    text: (times) => '['.repeat(25_000 * times) + ']'.repeat(25_000 * times),
    codes: ['too-deep'],
  },
  { name: '100,000 closing brackets', text: (times) => ']'.repeat(25_000 * times) },
  {
    name: '10,000 objects within each other',
    text: (times) => '{"a":'.repeat(2_500 * times) + '1' + '}'.repeat(2_500 * times),
    codes: ['too-deep'],
  },
  { name: '10,000 objects that are not closed', text: (times) => '{"a":'.repeat(2_500 * times), codes: ['too-deep'] },
  { name: '10,000 objects in curly quotes', text: (times) => '{“a”:'.repeat(2_500 * times), codes: ['too-deep'] },
  { name: 'lone surrogates', text: () => '{ "element": { "key": "\ud83d" }, "name": "\ude00\ud83d", \ude00 }' },
  {
    name: '1 MB of lone surrogates',
    text: (times) => helpscout('', `, "name": "${'\ud83d'.repeat(quarter * times)}"`),
    codes: ['missing-entries'],
  },
  { name: 'NUL bytes', text: () => '{\0"element":\0{ "key": "help\0scout" } }\0' },
  { name: '1 MB of NUL bytes', text: (times) => '\0'.repeat(quarter * times) },
  {
    name: 'line ends of every kind',
    text: () => '{\r"element":\n{\r\n"key":\r\r"helpscout"\n\r},\r\n\r"configuration": {\n}\r}',
    codes: ['missing-entries'],
  },
  {
    name: '1 MB of line ends of every kind',
    text: (times) => `{ "element": {}${'\r\n\r\n'.repeat((quarter / 4) * times)}}`,
  },
  {
    name: '1 MB of unknown entries of a known element',
    text: (times) => helpscout(many(12_500 * times, (at) => `${at ? ',' : ''}"entry${at}": "x"`)),
  },
  {
    name: '1 MB of unknown properties',
    text: (times) => `{ "element": { "key": "helpscout" }${many(12_500 * times, (at) => `, "member${at}": 1`)} }`,
  },
  {
    name: '1 MB on one line',
    text: (times) => helpscout('', `, "tags": [${many(25_000 * times, (at) => `${at ? ', ' : ''}"tag${at}"`)}]`),
    codes: ['missing-entries'],
  },
  { name: '1 MB of opening curly quotes', text: (times) => '“'.repeat(quarter * times), codes: ['look-alike-quotes'] },
  {
    name: '1 MB of curly quotes in pairs',
    text: (times) => '“”'.repeat((quarter / 2) * times),
    codes: ['look-alike-quotes'],
  },
  {
    name: '50,000 curly strings',
    text: (times) => helpscout('', `, “tags”: [${'“x”, '.repeat(12_500 * times)}“x”]`),
    codes: ['look-alike-quotes'],
  },
  { name: '1 MB of no-break spaces', text: (times) => helpscout('\u00a0'.repeat(quarter * times)) },
  {
    name: '50,000 no-break spaces',
    text: (times) => helpscout('', `, "tags": [${'\u00a01,'.repeat(12_500 * times)}1]`),
  },
  {
    name: '100,000 times the same name',
    text: (times) => helpscout(many(25_000 * times, (at) => `${at ? ',' : ''}"username":"x"`)),
  },
  { name: '100,000 commas', text: (times) => `{ "tags": [${','.repeat(25_000 * times)}] }` },
  { name: '100,000 commas in an object', text: (times) => `{${','.repeat(25_000 * times)}}` },
  { name: '100,000 colons', text: (times) => `{ "a"${':'.repeat(25_000 * times)}1 }` },
  { name: '50,000 trailing commas', text: (times) => `{ "tags": [${'[1,],'.repeat(12_500 * times)}] }` },
  { name: '100,000 missing commas', text: (times) => `{ "tags": [${'1 '.repeat(25_000 * times)}] }` },
  { name: '1 MB of backslashes', text: (times) => '\\'.repeat(quarter * times) },
  { name: '1 MB of backslashes in a string', text: (times) => `{ "name": "${'\\'.repeat(quarter * times)}" }` },
  { name: '500 KB of wrong escapes', text: (times) => `{ "name": "${'\\q'.repeat((quarter / 4) * times)}" }` },
  { name: '1 MB of quotes', text: (times) => '"'.repeat(quarter * times) },
  {
    name: 'a comment of 1 MB',
    text: (times) => `{ /*${' *'.repeat((quarter / 2) * times)}*/ "element": { "key": "helpscout" } }`,
  },
  {
    name: 'a comment of 1 MB that is not closed',
    text: (times) => `{ "element": {} } /*${' /*'.repeat((quarter / 3) * times)}`,
  },
  { name: '100,000 comments', text: (times) => `{ "element": {},${'//x\n'.repeat(25_000 * times)}}` },
  { name: '1 MB of digits', text: (times) => `{ "name": ${'1'.repeat(quarter * times)} }` },
  { name: '1 MB of letters', text: (times) => 'x'.repeat(quarter * times) },
  { name: '500 KB of unquoted names', text: (times) => `{ ${'name: text, '.repeat((quarter / 24) * times)} }` },
  {
    name: 'a key of an element of 1 MB',
    text: (times) => `{ "element": { "key": "${'helpscout'.repeat(27_500 * times)}" } }`,
  },
  { name: 'a name of an entry of 1 MB', text: (times) => helpscout(`"${'username'.repeat(31_250 * times)}": ""`) },
  { name: '9 MB', text: () => `{ "name": "${'x'.repeat(36 * quarter)}" }`, codes: ['too-long'] },
];

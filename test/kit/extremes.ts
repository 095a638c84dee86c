/** Texts that no person writes, and that nothing may die of. Made when asked for: together they are 40 MB. */

export interface Extreme {
  readonly name: string;
  readonly text: () => string;
  /** Codes that are among its problems, where it is plain which. */
  readonly codes?: readonly string[];
}

const mega = 1_000_000;
const many = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');
const helpscout = (configuration: string, rest = ''): string =>
  `{ "element": { "key": "helpscout" }, "configuration": {${configuration}}${rest} }`;

export const extremes: readonly Extreme[] = [
  {
    name: 'a string of 5 MB',
    text: () => helpscout('', `, "name": "${'x y'.repeat(1_700_000)}"`),
    codes: ['missing-entries'],
  },
  { name: 'an unclosed string of 5 MB', text: () => `{ "name": "${'x y'.repeat(1_700_000)}` },
  { name: '100,000 open brackets', text: () => '['.repeat(100_000), codes: ['too-deep'] },
  { name: '100,000 closed brackets', text: () => '['.repeat(100_000) + ']'.repeat(100_000), codes: ['too-deep'] },
  { name: '100,000 closing brackets', text: () => ']'.repeat(100_000) },
  {
    name: '10,000 objects within each other',
    text: () => '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
    codes: ['too-deep'],
  },
  { name: '10,000 objects that are not closed', text: () => '{"a":'.repeat(10_000), codes: ['too-deep'] },
  { name: '10,000 objects in curly quotes', text: () => '{“a”:'.repeat(10_000), codes: ['too-deep'] },
  { name: 'lone surrogates', text: () => '{ "element": { "key": "\ud83d" }, "name": "\ude00\ud83d", \ude00 }' },
  {
    name: '1 MB of lone surrogates',
    text: () => helpscout('', `, "name": "${'\ud83d'.repeat(mega)}"`),
    codes: ['missing-entries'],
  },
  { name: 'NUL bytes', text: () => '{\0"element":\0{ "key": "help\0scout" } }\0' },
  { name: '1 MB of NUL bytes', text: () => '\0'.repeat(mega) },
  {
    name: 'line ends of every kind',
    text: () => '{\r"element":\n{\r\n"key":\r\r"helpscout"\n\r},\r\n\r"configuration": {\n}\r}',
    codes: ['missing-entries'],
  },
  { name: '1 MB of line ends of every kind', text: () => `{ "element": {}${'\r\n\r\n'.repeat(mega / 4)}}` },
  {
    name: '1 MB of unknown entries of a known element',
    text: () => helpscout(many(50_000, (at) => `${at ? ',' : ''}"entry${at}": "x"`)),
  },
  {
    name: '1 MB of unknown members',
    text: () => `{ "element": { "key": "helpscout" }${many(50_000, (at) => `, "member${at}": 1`)} }`,
  },
  {
    name: '1 MB on one line',
    text: () => helpscout('', `, "tags": [${many(100_000, (at) => `${at ? ', ' : ''}"tag${at}"`)}]`),
    codes: ['missing-entries'],
  },
  { name: '1 MB of opening curly quotes', text: () => '“'.repeat(mega), codes: ['look-alike-quotes'] },
  { name: '1 MB of curly quotes in pairs', text: () => '“”'.repeat(mega / 2), codes: ['look-alike-quotes'] },
  {
    name: '100,000 curly strings',
    text: () => helpscout('', `, “tags”: [${'“x”, '.repeat(100_000)}“x”]`),
    codes: ['look-alike-quotes'],
  },
  { name: '1 MB of no-break spaces', text: () => helpscout('\u00a0'.repeat(mega)) },
  { name: '100,000 no-break spaces', text: () => helpscout('', `, "tags": [${'\u00a01,'.repeat(100_000)}1]`) },
  {
    name: '200,000 times the same name',
    text: () => helpscout(many(200_000, (at) => `${at ? ',' : ''}"username":"x"`)),
  },
  { name: '100,000 commas', text: () => `{ "tags": [${','.repeat(100_000)}] }` },
  { name: '100,000 commas in an object', text: () => `{${','.repeat(100_000)}}` },
  { name: '100,000 colons', text: () => `{ "a"${':'.repeat(100_000)}1 }` },
  { name: '50,000 trailing commas', text: () => `{ "tags": [${'[1,],'.repeat(50_000)}] }` },
  { name: '100,000 missing commas', text: () => `{ "tags": [${'1 '.repeat(100_000)}] }` },
  { name: '1 MB of backslashes', text: () => '\\'.repeat(mega) },
  { name: '1 MB of backslashes in a string', text: () => `{ "name": "${'\\'.repeat(mega)}" }` },
  { name: '1 MB of wrong escapes', text: () => `{ "name": "${'\\q'.repeat(mega / 2)}" }` },
  { name: '1 MB of quotes', text: () => '"'.repeat(mega) },
  { name: 'a comment of 1 MB', text: () => `{ /*${' *'.repeat(mega / 2)}*/ "element": { "key": "helpscout" } }` },
  { name: 'a comment of 1 MB that is not closed', text: () => `{ "element": {} } /*${' /*'.repeat(mega / 3)}` },
  { name: '100,000 comments', text: () => `{ "element": {},${'//x\n'.repeat(100_000)}}` },
  { name: '1 MB of digits', text: () => `{ "name": ${'1'.repeat(mega)} }` },
  { name: '1 MB of letters', text: () => 'x'.repeat(mega) },
  { name: '1 MB of unquoted names', text: () => `{ ${'name: text, '.repeat(mega / 12)} }` },
  { name: 'a key of an element of 1 MB', text: () => `{ "element": { "key": "${'helpscout'.repeat(110_000)}" } }` },
  { name: 'a name of an entry of 1 MB', text: () => helpscout(`"${'username'.repeat(125_000)}": ""`) },
  { name: '9 MB', text: () => `{ "name": "${'x'.repeat(9 * mega)}" }`, codes: ['too-long'] },
];

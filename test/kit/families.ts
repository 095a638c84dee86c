import { address, authorization, contentType } from './curl';

/** Texts of one kind, of any length: what the server takes for them may at most double where their length does. */
export interface Family {
  readonly name: string;
  /** A text of about so many characters. */
  readonly text: (length: number) => string;
}

const fill = (length: number, piece: string): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, Math.max(length, piece.length));
const counted = (length: number, piece: (index: number) => string): string => {
  const pieces: string[] = [];
  for (let size = 0, index = 0; size < length; index++) {
    const next = piece(index);
    pieces.push(next);
    size += next.length;
  }
  return pieces.join('');
};

/** What is repeated, in every frame. */
const pieces: readonly string[] = [
  ...['\\\n', '{', '[', '{"a":', '["a",', '"', "'", ',', ':', '}', ']', '{}', '[]', '{},', '[],'],
  ...['a.a.', 'a ', 'a: ', 'a: b, ', 'a=b;', '1 ', '1,', '-', '+1', '0', '1e', '.5 '],
  ...[
    '“',
    '“”',
    '“a”, ',
    '‘a’: ',
    "'a', ",
    "\\'",
    '«',
    '`',
    '\\u',
    '\\u0041',
    '\\q',
    '\\"',
    '\\',
    '""',
    '"a" ',
    '"a',
    '"a\n',
    '"a"\n',
    '"a": ',
  ],
  ...[
    '//x\n',
    '/*',
    '/**/',
    '/',
    '# ',
    '#x ',
    '${secret:',
    '${secret:A}',
    '${',
    '$(',
    '`a`',
    '<a ',
    '<a>',
    '<',
    '>',
    '|',
    '&',
    ';',
    '{{',
    '{{a}}',
  ],
  ...[
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\u00a0',
    '\u00a0 ',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\0',
    '\u0007',
    '\ud83d',
    '：',
    '，',
    '｛',
    '－',
    '–',
    '–H ',
  ],
  ...[
    'true',
    'True ',
    'None,',
    'NaN, ',
    'null ',
    'undefined',
    'your ',
    'xxx-',
    'http://a/',
    'my_app.',
    'https://example.com ',
    '=>',
    ':=',
    '..',
    '%a',
    '%A%',
    '^',
    '^\n',
    '`\n',
    ' \\ \n',
    '\\\r\n',
    '```\n',
    '~~~\n',
    '@',
    '-H x ',
    '-d ',
    'curl ',
  ],
];

const frames: readonly (readonly [name: string, before: string, after: string])[] = [
  ['alone', '', ''],
  ['in an object', '{ "element": { "key": "helpscout" }, ', ' }'],
  ['in an object, before an element', '{', ', "element": { "key": "helpscout" } }'],
  ['in a list', '{ "tags": [', '] }'],
  ['in a text', '{ "element": { "key": "helpscout" }, "name": "', '" }'],
  ['in a curly text', '{ "element": { "key": "helpscout" }, “name”: “', '” }'],
  ['in a single text', "{ 'name': '", "' }"],
  ['in a name', '{ "', '": 1 }'],
  ['as a value', '{ "a": ', ', "b": 1 }'],
  ['in a configuration', '{ "element": { "key": "helpscout" }, "configuration": { ', ' } }'],
  ['as a secret', '{ "element": { "key": "helpscout" }, "configuration": { "username": "u", "password": "', '" } }'],
  ['as a key', '{ "element": { "key": "', '" }, "configuration": {} }'],
  ['as a schema', '{ "$schema": "', '" }'],
];

const call = `curl -X POST ${address} ${authorization} ${contentType}`;
const scriptFrames: readonly (readonly [name: string, before: string, after: string])[] = [
  ['in a command', `${call} `, ''],
  ['in a single argument', `${call} -d '`, "'\n"],
  ['in JSON in single quotes', `${call} -d '{ "element": { "key": "helpscout" }, `, "}'\n"],
  ['in JSON in double quotes', `${call} -d "{ "element": { "key": "helpscout" }, `, '}"\n'],
  ['in a double argument', `${call} -d "`, '"\n'],
  ['in an ansi argument', `${call} -d $'`, "'\n"],
  ['in a curly argument', `${call} -d “`, '”\n'],
  ['in a header', `curl ${address} -H 'Authorization: User `, `, Organization b'\n`],
  ['in an address', `curl "${address}`, '"\n'],
  ['before a command', '', `\n${call} -d '{}'\n`],
  ['in front of a command', '', `${call} -d '{}'\n`],
  ['after a command', `${call} -d '{}'\n`, ''],
  ['before curl on its line', 'a', `curl ${address}`],
  ['in a fence', '```sh\n', `\n${call}\n\`\`\`\n`],
];

/** Each piece alone, and each in another frame: all of them in all frames would take minutes. */
const framed = (all: typeof frames): Family[] =>
  pieces.flatMap((piece, index) => {
    const [first, ...others] = all;
    return [first, others[index % others.length]].flatMap((frame): Family[] => {
      if (frame === undefined) return [];
      const [name, before, after] = frame;
      return [{ name: `${JSON.stringify(piece)} ${name}`, text: (length) => before + fill(length, piece) + after }];
    });
  });

const helpscout = (inside: string): string => `{ "element": { "key": "helpscout" }, "configuration": {${inside}} }`;

export const requestFamilies: readonly Family[] = [
  ...framed(frames),
  ...(
    [
      ['unknown entries', (n) => helpscout(counted(n, (i) => `"entry${i}": "x",\n`))],
      [
        'near misses of entries',
        (n) => helpscout(counted(n, (i) => `"usernam${String.fromCharCode(97 + (i % 26))}": "x",\n`)),
      ],
      [
        'near misses that differ',
        (n) =>
          helpscout(
            counted(
              n,
              (i) =>
                `"${'username'.slice(0, i % 8)}${String.fromCharCode(0x4e00 + i)}${'username'.slice((i % 8) + 1)}": "x",\n`,
            ),
          ),
      ],
      ['ends of entries', (n) => helpscout(counted(n, (i) => `"x.${i}.username": "x",\n`))],
      ['unknown properties', (n) => `{${counted(n, (i) => `"m${i}": 1,\n`)}"element":{"key":"helpscout"}}`],
      ['misspelled properties', (n) => `{${counted(n, (i) => `"elemen${i}": 1,\n`)}"element":{"key":"helpscout"}}`],
      ['the same name', (n) => helpscout(counted(n, () => `"username": "x",\n`))],
      ['the same property', (n) => `{${counted(n, () => `"element": {"key":"helpscout"},\n`)}"a":1}`],
      ['placeholders', (n) => `{ "tags": [${counted(n, (i) => `"<A${i}>",`)}"x"] }`],
      ['tags of numbers', (n) => `{ "element": { "key": "helpscout" }, "tags": [${counted(n, (i) => `${i},`)}1] }`],
      ['wrong escapes with names', (n) => helpscout(counted(n, (i) => `"entr\\q${i}": "\\q",\n`))],
      [
        'wrong escapes with placeholders',
        (n) => `{ "tags": [${counted(n, (i) => `"\\q<A${i}>", "<B>", "\\q",`)}"x"] }`,
      ],
      ['foreign literals', (n) => `{ "tags": [${counted(n, () => 'NaN, ')}1] }`],
      ['comments between properties', (n) => helpscout(counted(n, (i) => `/* x */ "e${i}": "x", // y\n`))],
      ['links', (n) => `{ "tags": [${counted(n, (i) => `"https://acme.test/${i}",`)}"x"] }`],
      ['properties without commas', (n) => helpscout(counted(n, (i) => `"e${i}": "x"\n`))],
      ['properties without quotes', (n) => helpscout(counted(n, (i) => `e${i}: x,\n`))],
      ['properties in curly quotes', (n) => helpscout(counted(n, (i) => `“e${i}”: “x”,\n`))],
      ['the same on one line', (n) => helpscout(counted(n, (i) => `“e${i}”: “x”, `))],
      ['mixed brackets', (n) => `{ "a": [${counted(n, () => '{"a":1],')} }`],
      ['unclosed objects on lines', (n) => counted(n, (i) => `${' '.repeat(i % 9)}"a${i}": {\n`)],
      ['objects closed too early', (n) => `{\n${counted(n, (i) => `"a${i}": {},\n  "b": 1\n`)}}`],
      ['empty objects before deeper lines', (n) => `{\n${counted(n, (i) => `"a${i}": {}\n  "b": 1\n`)}}`],
      ['lists without brackets', (n) => `{\n${counted(n, (i) => `"a${i}": "x", "y", "z"],\n`)}}`],
      ['long list without its bracket', (n) => `{"a": ${counted(n, () => `"x", `)}"z"]}`],
      ['lists that could lack brackets', (n) => `{"a": ${counted(n, () => `"x", `)}"z"}`],
      ['escaped quotes in an object', (n) => `{ "a": 1, ${fill(n, '\\"')} }`],
      ['faulty objects', (n) => `{${counted(n, (i) => `"a${i}": {“b”: 1}, `)}"z": 1}`],
      ['curly texts that are open', (n) => counted(n, () => `“a: x\n`)],
      [
        'indented properties of an object left open',
        (n) => `{"a":\n{\n${' '.repeat(n / 2)}"b": 1,\n${counted(n / 2, () => '"c": 1,\n')}`,
      ],
      ['wrong brackets before spaces', (n) => `{${counted(n / 2, () => '"a": [}, ')}${' '.repeat(n / 2)}`],
      ['values before colons', (n) => `{${counted(n, (i) => `"a": "b${i}": 1, `)}}`],
      ['values before colons, nested', (n) => `{${counted(n, (i) => `"a${i}": `)}1}`],
      ['names on lines, values missing', (n) => `{${counted(n, (i) => `"a${i}":\n`)}"b": 1}`],
      ['stray text', (n) => `{${counted(n, (i) => `"a${i}": word {},\n`)}"b": 1}`],
      [
        'PEM',
        (n) => `{ "a": "-----BEGIN\n${counted(n, () => `MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n`)}-----END" }`,
      ],
      [
        'PEMs',
        (n) => `{${counted(n, (i) => `"a${i}": "-----BEGIN\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n-----END",\n`)}}`,
      ],
      ['list items that are open', (n) => `{ "a": [${counted(n, () => `"x, `)}] }`],
      ['list items closed only', (n) => `{ "a": [${counted(n, () => `x", `)}] }`],
      ['thousands', (n) => `{ "a": ${counted(n, () => `1,000,`)}1 }`],
      ['name: name: name', (n) => `{ ${counted(n, () => `name: `)}1 }`],
      ['one request after another', (n) => counted(n, () => `${helpscout('')}\n`)],
      ['text around', (n) => `${counted(n, () => 'some text ')}${helpscout('')}${counted(n, () => 'some text ')}`],
      ['text with braces around', (n) => `${counted(n, () => 'some {text} ')}${helpscout('')}`],
      ['pretty', (n) => `{\r\n${counted(n, (i) => `  "m${i}": {\r\n    "a": [1, 2]\r\n  },\r\n`)}  "z": 1\r\n}`],
      ['pasted commands', (n) => counted(n, () => `${call} -d '{"element":{"key":"helpscout"}}'\n`)],
      ['a pasted command', (n) => `${call} -d '${helpscout(counted(n, (i) => `"e${i}": "x",\n`))}'`],
      ['long keys', (n) => helpscout(`"${'username'.repeat(n / 8)}": "", "${'password'.repeat(n / 8)}": ""`)],
    ] as const satisfies readonly (readonly [string, (length: number) => string])[]
  ).map(([name, text]) => ({ name, text })),
];

export const scriptFamilies: readonly Family[] = [
  ...framed(scriptFrames),
  ...(
    [
      ['commands', (n) => counted(n, (i) => `${call} -d '{"element":{"key":"helpscout"},"name":"x${i}"}'\n`)],
      ['wrong commands', (n) => counted(n, () => `${call} -d "{"a": "b",}" –H ‘x’\n`)],
      ['headers', (n) => `${call} \\\n${counted(n, (i) => `  -H 'X-Header-${i}: ${i}' \\\n`)}-d '{}'`],
      [
        'secret headers',
        (n) =>
          `curl ${address} \\\n${counted(n, () => `  -H 'Authorization: User abc, Organization def' \\\n`)}-d '{}'`,
      ],
      ['data', (n) => `${call} ${counted(n, (i) => `-d 'a=${i}' `)}`],
      ['JSON', (n) => `${call} -d '${helpscout(counted(n, (i) => `"e${i}": "x",\n`))}'`],
      ['JSON escaped', (n) => `${call} -d "${helpscout(counted(n, (i) => `"e${i}": "x",\n`)).replaceAll('"', '\\"')}"`],
      ['JSON in curly quotes', (n) => `${call} -d ‘${helpscout(counted(n, (i) => `“e${i}”: “x”,\n`))}’`],
      [
        'JSON with variables',
        (n) => `${call} -d "${helpscout(counted(n, (i) => `"e${i}": "$A",\n`)).replaceAll('"', '\\"')}"`,
      ],
      ['JSON with joints', (n) => `${call} -d '${helpscout(counted(n, (i) => `"e${i}": "'"$A"'",\n`))}'`],
      ['JSON with wrong escapes', (n) => `${call} -d '${helpscout(counted(n, (i) => `"e${i}": "\\q",\n`))}'`],
      ['JSON with apostrophes', (n) => `${call} -d '${helpscout(counted(n, (i) => `"e${i}": "it's",\n`))}'`],
      ['JSON open', (n) => `${call} -d '${helpscout(counted(n, (i) => `"e${i}": "x",\n`)).slice(0, -2)}\n`],
      ['lines without backslashes', (n) => `${call}\n${counted(n, (i) => `-H 'X-${i}: a'\n`)}`],
      ['placeholders in an address', (n) => `curl '${address}/${counted(n, (i) => `<A${i}>/`)}' ${authorization}`],
      ['comments', (n) => counted(n, () => `# ${call} -d "{"\n`)],
      ['other commands', (n) => `${counted(n, () => `curl https://acme.test -d '{'\n`)}${call}`],
      ['assignments', (n) => `${counted(n, () => 'A=b ')}${call}`],
      ['here-documents', (n) => counted(n, () => `${call} -d @- <<EOF\n{"a":"b"}\nEOF\n`)],
      ['hosts', (n) => `curl https://${'cloudelements'.repeat(n / 13)}:1/instances`],
      ['lines of addresses', (n) => `${call.replace(address, '')}\n${counted(n, (i) => `<A${i}>/instancesx\n`)}`],
      ['lines of addresses that are joined', (n) => `curl\n${counted(n, (i) => `<A${i}>/instancesx\n`)} ${address}`],
      ['files', (n) => `${call} ${counted(n, (i) => `-d @file${i}.json `)}`],
      ['commas in a header', (n) => `curl ${address} -H 'Authorization: ${','.repeat(n)}'`],
      ['words in a header', (n) => `curl ${address} -H 'Authorization: User ${'a '.repeat(n / 2)}'`],
      ['parts in a header', (n) => `curl ${address} -H 'Authorization: ${'User a, Element b, '.repeat(n / 18)}'`],
    ] as const satisfies readonly (readonly [string, (length: number) => string])[]
  ).map(([name, text]) => ({ name, text })),
];

/** Code blocks of Markdown: closed, left open, and in quotes. */
export const fences = (length: number): string =>
  ['```sh\n<>\n```\n', '> ```sh\n> <>\n> ```\n', '```sh\n<>\n```x\n']
    .map((block) => fill(length / 3, block.replace('<>', `${call} -d "{"`)))
    .join('');

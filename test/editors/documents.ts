import { readFileSync } from 'node:fs';
import type { Place } from './workplace';

/** Pasted from a web page: every quote is curly. */
export const pasted = readFileSync(
  new URL('../../sandbox/samples/broken-quotes.instance.json', import.meta.url),
  'utf8',
);

/** A sample address, which the documented settings turn off, and a property that no request has. */
export const sampleAddress = '{ "element": { "key": "unheardof" }, "site": "https://www.example.com/auth" }\n';

/** The problems of a text except those of secrets in plain text. */
export const withoutSecrets = <Seen extends { readonly code: string }>(problems: readonly Seen[]): Seen[] =>
  problems.filter(({ code }) => code !== 'written-secret');

/** Characters of one to four bytes in UTF-8, of one or two units in UTF-16, before what is wrong in the same line. */
export const afterWideCharacters = [
  '{ "name": "Zürich – 東京 🏙🏙", “element”: { “key”: “twilio” },',
  '  "configuration": { "filter.response.nulls": "é🏙", “base.url”: "https://api.elements.test" } }',
  '',
].join('\n');

/** A text with straight quotes, as it is meant. */
export const straightened = (text: string): string => text.replaceAll(/[“”]/g, '"');

/** Positions of the curly quotes that open a string, in columns as `width` counts them. */
export function openingQuotes(text: string, width: (part: string) => number): Place[] {
  return text.split('\n').flatMap((content, line) =>
    [...content.matchAll(/“/g)].map(({ index }) => ({
      code: 'look-alike-quotes',
      line,
      column: width(content.slice(0, index)),
      endColumn: width(content.slice(0, index + 1)),
    })),
  );
}

/** Names of files, each with whether it is one of ours. */
export const fileNames: readonly (readonly [name: string, ours: boolean])[] = [
  ['instance.json', true],
  ['create-instance.json', true],
  ['twilio.instance.json', true],
  ['package.json', false],
  ['myinstance.json', false],
  ['instance.jsonc', false],
];

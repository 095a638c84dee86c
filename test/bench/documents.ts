import { measuredElement } from './catalogs';

/** A text to measure in, the same in its first lines whatever its length; one required entry is missing in each. */
export interface BenchDocument {
  readonly name: string;
  readonly uri: string;
  readonly text: string;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

const quoted = (count: number, render: (number: number) => string): string => {
  const lines = Array.from({ length: count }, (_, number) => `    ${render(number)}`);
  return lines.join(',\n');
};

const request = (tags: string, unknown: string): string => `{
  "name": "Support desk",
  "element": {
    "key": "${measuredElement}"
  },
  "configuration": {
    "username": "0123456789",
    "password": "any text will do"${unknown}
  },
  "tags": [
${tags}
  ],
  "eventsEnabled": false
}
`;

const tags = (count: number): string => quoted(count, (number) => `"customer ${number} of the list"`);
const unknown = (count: number): string => `,\n${quoted(count, (number) => `"made.up.entry.${number}": "value"`)}`;

const create = (name: string, text: string): BenchDocument => ({
  name,
  uri: `file:///bench/${name.replaceAll(' ', '-')}.instance.json`,
  text,
});

export const smallDocument = create('15 lines', request(tags(2), ''));

export const longDocument = create('100 KB of tags', request(tags(3130), ''));
export const hugeDocument = create('1 MB of tags', request(tags(30_700), ''));
export const unknownDocument = create('100 KB of unknown entries', request(tags(2), unknown(2950)));

/** Nothing is missing in it. */
export const completeDocument = create('complete', request(tags(2), ',\n    "mailbox.name": "Support"'));
export const emptyDocument = create('empty file', '');

/** After a piece of text that stands in every document. */
function positionAfter(text: string, piece: string): Position {
  const before = text.slice(0, text.indexOf(piece) + piece.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** Within the name of the instance: where keystrokes go. */
export const inName = positionAfter(smallDocument.text, '"Support');
export const inElementKey = positionAfter(smallDocument.text, `"key": "${measuredElement}`);
export const inEntryName = positionAfter(smallDocument.text, '"passw');

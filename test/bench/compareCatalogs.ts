import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeServer } from './catalogs';
import { emptyDocument, longDocument, smallDocument, unknownDocument } from './documents';
import { measureQuestions, measureStarts } from './measure';
import { entryCompletion, hover, keyCompletion, keystroke, requestCompletion } from './questions';
import { median, rowsOf, type Row } from './samples';
import { ownServer } from './servers';
import { cell, digits, renderText } from './table';

const sizes = [7, 164, 1000];
const documents = [smallDocument, longDocument, unknownDocument];
const questions = [
  ...documents.flatMap((document) => {
    const runs = document === smallDocument ? 200 : 30;
    return [keystroke, keyCompletion, entryCompletion].map((ask) => ask(document, runs));
  }),
  requestCompletion(emptyDocument, 60),
  hover(smallDocument, 200),
];

/** What our server takes with 7, 164 and 1,000 elements: ratios to the first say what a catalog costs. */
export async function compareCatalogs(root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const servers = sizes.map((size) => ownServer(writeServer(root, join(folder, `${size}`), size), `${size}`));
  const starts = rowsOf(await measureStarts(servers, 15), [
    { name: 'start → initialized', unit: 'ms', target: 1.1, read: ({ initialized }) => initialized },
    { name: 'start → first diagnostics', unit: 'ms', target: 1.1, read: ({ diagnosed }) => diagnosed },
    { name: 'memory after start', unit: 'MB', target: 1.1, read: ({ memory }) => memory },
  ]);
  const { rows, peaks } = await measureQuestions(servers, [...documents, emptyDocument], questions);
  const peak: Row = { name: 'memory, peak of all that', unit: 'MB', samples: peaks };
  const [first, ...others] = sizes;
  const head = ['median (p95)', '', ...sizes.map(String), ...others.map((size) => `${size} / ${first}`), ''];
  console.log(renderText([head, ...[...starts, ...rows, peak].map(line)]));
  console.log('\nColumns are numbers of elements.');
}

function line({ name, unit, samples, target }: Row): string[] {
  const [first = NaN, ...others] = samples.map(median);
  const ratios = others.map((value) => value / first);
  const word = ratios.every((ratio) => ratio <= (target ?? NaN)) ? 'within' : 'ABOVE';
  return [
    name,
    unit,
    ...samples.map(cell),
    ...ratios.map(digits),
    target === undefined ? '' : `${word} ${target.toFixed(1)}`,
  ];
}

import { join, resolve } from 'node:path';
import { requests } from '../kit/catalog';
import { hugeDocument, longDocument, smallDocument, unknownDocument, type BenchDocument } from './documents';
import { measureQuestions, measureStarts } from './measure';
import { keystroke } from './questions';
import { inTurn, rowsOf, type Row } from './samples';
import { ownServer, type Server } from './servers';
import { startSession } from './session';
import { cell, renderText } from './table';
import { measureWork } from './work';

const keystrokes: readonly (readonly [BenchDocument, number])[] = [
  [smallDocument, 300],
  [longDocument, 80],
  [hugeDocument, 30],
  [unknownDocument, 60],
];

/** What builds of our server take, side by side: each in a folder laid out as the package is. */
export async function compareBuilds(folders: readonly string[]): Promise<void> {
  const servers = folders.map((folder) => ownServer(join(resolve(folder), 'dist/server.js'), folder, folder));
  const rows: Row[] = rowsOf(await measureStarts(servers, 30), [
    { name: 'start → initialized', unit: 'ms', read: ({ initialized }) => initialized },
    { name: 'start → first diagnostics', unit: 'ms', read: ({ diagnosed }) => diagnosed },
    { name: 'first file ever: open → diagnostics', unit: 'ms', read: ({ opened }) => opened },
    { name: 'memory after that', unit: 'MB', read: ({ memory }) => memory },
  ]);
  rows.push(await measureElements(servers));
  for (const [document, runs] of keystrokes) {
    rows.push(...(await measureQuestions(servers, [document], [keystroke(document, runs)])).rows);
  }
  for (const [document, count] of [
    [smallDocument, 200],
    [unknownDocument, 50],
  ] as const) {
    const work = { document, keystrokes: count, completions: 20 };
    rows.push(
      ...rowsOf(await measureWork(servers, work, 5), [
        { name: `processor time of ${count} keystrokes, ${document.name}`, unit: 'ms', read: ({ cpu }) => cpu },
        { name: `memory, peak, ${document.name}`, unit: 'MB', read: ({ peak }) => peak },
      ]),
    );
  }
  console.log(
    renderText([['', '', ...folders], ...rows.map(({ name, unit, samples }) => [name, unit, ...samples.map(cell)])]),
  );
}

/** A file of each element, opened in processes that have seen none of that element. */
async function measureElements(servers: readonly Server[]): Promise<Row> {
  const documents = requests.map(({ key, text }) => ({ name: key, uri: `file:///bench/${key}.instance.json`, text }));
  const running = await Promise.all(servers.map(async (server) => ({ session: await startSession(server), next: 0 })));
  const samples = await inTurn(
    running,
    () => documents.length,
    async (one) => {
      const document = documents[one.next++] ?? smallDocument;
      const begin = performance.now();
      await one.session.open(document);
      await one.session.diagnostics(document);
      return performance.now() - begin;
    },
  );
  for (const { session } of running) await session.end();
  return { name: 'first file of each element: open → diagnostics', unit: 'ms', samples };
}

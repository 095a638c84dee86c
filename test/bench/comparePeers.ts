import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hugeDocument, longDocument, smallDocument, unknownDocument } from './documents';
import { measureQuestions, measureStarts } from './measure';
import { installPeers } from './peers';
import { proveSchemas } from './proof';
import { entryCompletion, hover, keyCompletion, keystroke, type Question } from './questions';
import { conditions, writeReport } from './report';
import { median, rowsOf, type Row } from './samples';
import { ownServer, type Server } from './servers';
import { cell, digits, renderText, type Table } from './table';
import { measureWork } from './work';

/** In sets by document: each set has processes of its own, which serve that document and nothing else. */
const sets: readonly (readonly Question[])[] = [
  [
    keystroke(smallDocument, 300, 0.8),
    entryCompletion(smallDocument, 100, 0.5),
    keyCompletion(smallDocument, 100, 0.4),
    hover(smallDocument, 200, 0.6),
  ],
  [keystroke(longDocument, 80, 1)],
  [keystroke(hugeDocument, 30, 0.8)],
  [
    keystroke(unknownDocument, 60, 0.5),
    entryCompletion(unknownDocument, 40, 0.5),
    keyCompletion(unknownDocument, 20, 0.02),
  ],
];

/** Measures our server and its peers in turn, prints what comes out, and writes it into the document. */
export async function comparePeers(root: string, { isQuick }: { readonly isQuick: boolean }): Promise<void> {
  const scale = isQuick ? 0.2 : 1;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const servers = [ownServer(join(root, 'dist/server.js'), version), ...installPeers(root)];
  for (const server of servers) await proveSchemas(root, server);

  const rows: Row[] = await measureStartRows(servers, 20 * scale);
  for (const set of sets) {
    const documents = [...new Set(set.map(({ document }) => document))];
    const questions = set.map((question) => ({ ...question, runs: question.runs * scale }));
    rows.push(...(await measureQuestions(servers, documents, questions)).rows);
  }
  rows.push(...(await measureWorkRows(servers, scale)));

  const table = tableOf(servers, rows);
  console.log(renderText(table));
  console.log(`\n${conditions(servers)}.`);
  if (!isQuick) await writeReport(root, table, servers);
}

async function measureStartRows(servers: readonly Server[], runs: number): Promise<Row[]> {
  return rowsOf(await measureStarts(servers, runs), [
    { name: 'start → initialized', unit: 'ms', read: ({ initialized }) => initialized },
    { name: 'start → first diagnostics', unit: 'ms', target: 0.6, read: ({ diagnosed }) => diagnosed },
    { name: 'first file ever: open → diagnostics', unit: 'ms', target: 0.2, read: ({ opened }) => opened },
  ]);
}

async function measureWorkRows(servers: readonly Server[], scale: number): Promise<Row[]> {
  const keystrokes = 200 * scale;
  const small = { document: smallDocument, keystrokes, completions: 20 };
  const unknown = { document: unknownDocument, keystrokes: 50 * scale, completions: 10 };
  return [
    ...rowsOf(await measureWork(servers, small, 5 * scale), [
      { name: `processor time of ${keystrokes} keystrokes, 15 lines`, unit: 'ms', target: 0.8, read: ({ cpu }) => cpu },
      { name: 'memory, peak, 15 lines', unit: 'MB', target: 0.8, read: ({ peak }) => peak },
    ]),
    ...rowsOf(await measureWork(servers, unknown, 3 * scale), [
      { name: `memory, peak, ${unknownDocument.name}`, unit: 'MB', target: 0.4, read: ({ peak }) => peak },
    ]),
  ];
}

/** Ratios are ours to each peer; the target is one to the first peer. */
function tableOf(servers: readonly Server[], rows: readonly Row[]): Table {
  const [own, ...peers] = servers.map(({ name }) => name);
  const ratios = peers.map((name) => `${own} / ${name.replace(' server', '')}`);
  const head = ['', '', own ?? '', ...peers, ...ratios, 'target', 'reached'];
  const lines = rows.map(({ name, unit, samples, target }) => {
    const [first = NaN, ...others] = samples.map(median);
    const toPeers = others.map((value) => first / value);
    const reached = (toPeers[0] ?? NaN) <= (target ?? NaN) ? 'yes' : 'no';
    return [
      name,
      unit,
      ...samples.map(cell),
      ...toPeers.map(digits),
      ...(target === undefined ? ['', ''] : [`${target}`, reached]),
    ];
  });
  return [head, ...lines];
}

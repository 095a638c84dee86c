// npm run bench: what the bundled server takes with 7, 164 and 1,000 elements, measured in turn over stdio. It prints a
// table, and asserts no times: those depend on the machine. The ratios do not.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeServer } from './catalogs';
import { documents, emptyDocument, inElementKey, inEntryName, smallDocument } from './documents';
import { endAll, startSession, type Session } from './session';
import { renderTable, type Row } from './table';

const sizes = [7, 164, 1000];
const starts = 15;
const limit = 60_000;

/** A question that an editor asks a running server, and what has to be in a true answer. */
interface Question {
  readonly name: string;
  readonly runs: number;
  /** Done before the clock starts. */
  readonly prepare?: (session: Session) => Promise<void>;
  readonly ask: (session: Session) => Promise<unknown>;
  readonly expected: string;
}

const questions: readonly Question[] = [
  ...documents.flatMap((document): Question[] => {
    const runs = document === smallDocument ? 200 : 30;
    const prepare = (session: Session): Promise<void> => session.type(document);
    return [
      {
        name: `keystroke → diagnostics, ${document.name}`,
        runs,
        ask: async (session) => {
          await session.type(document);
          return session.diagnostics(document);
        },
        expected: 'Mailbox Name',
      },
      {
        name: `completion of element keys, ${document.name}`,
        runs,
        prepare,
        ask: (session) => session.completion(document, inElementKey),
        expected: '"label":"helpscout"',
      },
      {
        name: `completion of entries, ${document.name}`,
        runs,
        prepare,
        ask: (session) => session.completion(document, inEntryName),
        expected: '"label":"mailbox.name"',
      },
    ];
  }),
  {
    name: 'completion of requests, empty file',
    runs: 60,
    ask: (session) => session.completion(emptyDocument, { line: 0, character: 0 }),
    expected: '"label":"Help Scout"',
  },
  {
    name: 'hover over an entry, 15 lines',
    runs: 200,
    prepare: (session) => session.type(smallDocument),
    ask: (session) => session.hover(smallDocument, inEntryName),
    expected: 'Help Scout checks only the key',
  },
];

/** Asks each subject in turn, so that a busy moment of the machine falls on all of them; the first one changes. */
async function inTurn<Subject, Result>(
  subjects: readonly Subject[],
  runs: number,
  ask: (subject: Subject) => Promise<Result>,
): Promise<Result[][]> {
  const results = subjects.map((): Result[] => []);
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const chosen = (run + turn) % subjects.length;
      const subject = subjects[chosen];
      if (subject !== undefined) results[chosen]?.push(await ask(subject));
    }
  }
  return results;
}

async function time<Result>(run: () => Promise<Result>): Promise<{ readonly ms: number; readonly result: Result }> {
  const begin = performance.now();
  const result = await run();
  return { ms: performance.now() - begin, result };
}

/** A wrong answer is not worth its time. */
function verify(name: string, expected: string, answer: unknown): void {
  if (!JSON.stringify(answer).includes(expected)) throw new Error(`${name}: no ${expected} in the answer.`);
}

async function measureStarts(servers: readonly string[]): Promise<Row[]> {
  const samples = await inTurn(servers, starts, async (server) => {
    const begin = performance.now();
    const session = await startSession(server);
    const initialized = performance.now() - begin;
    await session.open(smallDocument);
    const diagnostics = await session.diagnostics(smallDocument);
    const diagnosed = performance.now() - begin;
    verify('start', 'Mailbox Name', diagnostics);
    const memory = session.memory();
    await session.end();
    return { initialized, diagnosed, memory };
  });
  type Sample = (typeof samples)[number][number];
  const column = (read: (sample: Sample) => number | undefined): number[][] =>
    samples.map((list) => list.map((sample) => read(sample) ?? NaN));
  return [
    { name: 'start → initialized', unit: 'ms', target: 1.1, samples: column(({ initialized }) => initialized) },
    { name: 'start → first diagnostics', unit: 'ms', target: 1.1, samples: column(({ diagnosed }) => diagnosed) },
    { name: 'memory after start', unit: 'MB', target: 1.1, samples: column(({ memory }) => memory.now) },
  ];
}

async function measureQuestions(servers: readonly string[]): Promise<Row[]> {
  const sessions = await Promise.all(servers.map(startSession));
  const rows: Row[] = [];
  for (const session of sessions) for (const document of [...documents, emptyDocument]) await session.open(document);
  for (const { name, runs, prepare, ask, expected } of questions) {
    const once = async (session: Session): Promise<number> => {
      await prepare?.(session);
      const { ms, result } = await time(() => ask(session));
      verify(name, expected, result);
      return ms;
    };
    await inTurn(sessions, Math.ceil(runs / 5), once);
    rows.push({ name, unit: 'ms', samples: await inTurn(sessions, runs, once) });
  }
  rows.push({ name: 'memory, peak of all that', unit: 'MB', samples: sessions.map((s) => [s.memory().peak ?? NaN]) });
  await Promise.all(sessions.map((session) => session.end()));
  return rows;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.on('exit', () => {
    endAll();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  setTimeout(() => {
    console.error(`Not done after ${limit / 1000} seconds.`);
    process.exit(1);
  }, limit).unref();

  const root = resolve(import.meta.dirname, '../..');
  const servers = sizes.map((size) => writeServer(root, join(folder, String(size)), size));
  const rows = [...(await measureStarts(servers)), ...(await measureQuestions(servers))];
  console.log(renderTable(sizes.map(String), rows));
  const seconds = (performance.now() / 1000).toFixed(0);
  console.log(
    `\nColumns are numbers of elements. Node ${process.version}, ${availableParallelism()} cores, ${seconds} s.`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

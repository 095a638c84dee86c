import type { BenchDocument } from './documents';
import { smallDocument } from './documents';
import { namesMissingEntry, type Question } from './questions';
import { inTurn, runsFor, type Row, type Samples } from './samples';
import type { Server } from './servers';
import { startSession, type Session } from './session';

/** Nobody waits longer for an answer. */
const patience = 10_000;

class Late extends Error {
  override readonly message = `No answer within ${patience / 1000} seconds.`;
}

async function inTime<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Late());
    }, patience);
  });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** A wrong answer is not worth its time. */
export function verify(server: Server, what: string, isTrue: boolean, answer: unknown): void {
  if (isTrue) return;
  throw new Error(`${server.name}: a wrong answer to ${what}: ${JSON.stringify(answer).slice(0, 1000)}`);
}

/** What one fresh process took until a small file had its diagnostics. Milliseconds; memory in megabytes. */
export interface Start {
  readonly initialized: number;
  readonly opened: number;
  readonly diagnosed: number;
  readonly memory: number;
}

/** Starts each server anew each time, and opens a small file in it as soon as it has answered `initialize`. */
export function measureStarts(servers: readonly Server[], runs: number): Promise<Start[][]> {
  return inTurn(servers, runsFor(runs), async (server) => {
    const begin = performance.now();
    const session = await inTime(startSession(server));
    const initialized = performance.now();
    await session.open(smallDocument);
    const diagnostics = await inTime(session.diagnostics(smallDocument));
    const end = performance.now();
    verify(server, 'the first file', namesMissingEntry(diagnostics), diagnostics);
    const { memory } = session.usage();
    await session.end();
    return { initialized: initialized - begin, opened: end - initialized, diagnosed: end - begin, memory };
  });
}

/** Asks each server each question, in processes that serve all of these and nothing else. */
export async function measureQuestions(
  servers: readonly Server[],
  documents: readonly BenchDocument[],
  questions: readonly Question[],
): Promise<{ readonly rows: readonly Row[]; readonly peaks: readonly (readonly number[])[] }> {
  const sessions = await Promise.all(servers.map((server) => openAll(server, documents)));
  const rows: Row[] = [];
  for (const question of questions) rows.push(await measureQuestion(sessions, question));
  const peaks = sessions.map((running) => (running.session ? [running.session.usage().peak] : []));
  for (const { session } of sessions) await session?.end();
  return { rows, peaks };
}

interface Running {
  readonly server: Server;
  /** Undefined once an answer has not come. */
  session?: Session;
}

async function openAll(server: Server, documents: readonly BenchDocument[]): Promise<Running> {
  const session = await startSession(server);
  try {
    for (const document of documents) {
      await session.open(document);
      await inTime(session.diagnostics(document));
    }
    return { server, session };
  } catch (error) {
    return stopRunning({ server, session }, error);
  }
}

function stopRunning(running: Running, error: unknown): Running {
  if (!(error instanceof Late)) throw error;
  running.session?.kill();
  running.session = undefined;
  return running;
}

async function measureQuestion(sessions: readonly Running[], question: Question): Promise<Row> {
  const { name, target, document, prepare, ask, isTrue } = question;
  const late = new Set<Running>();
  const once = async (running: Running): Promise<number> => {
    const { session, server } = running;
    if (!session) return NaN;
    const place = await prepare(session);
    try {
      const begin = performance.now();
      const answer = await inTime(ask(session, place));
      const took = performance.now() - begin;
      verify(server, name, isTrue(answer), answer);
      await inTime(session.idle(document));
      return took;
    } catch (error) {
      stopRunning(running, error);
      late.add(running);
      return NaN;
    }
  };
  const usual = runsFor(question.runs);
  // The first answers of a process are slow in any server: they are in the rows about starts.
  await inTurn(sessions, ({ server }) => Math.ceil(usual(server) / 5), once);
  const samples = (await inTurn(sessions, ({ server }) => usual(server), once)).map((list, index): Samples => {
    const running = sessions[index];
    if (running && late.has(running)) return 'late';
    return running?.session ? list : 'none';
  });
  return { name, unit: 'ms', target, samples };
}

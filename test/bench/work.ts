import { setTimeout as wait } from 'node:timers/promises';
import type { BenchDocument } from './documents';
import { verify } from './measure';
import { entryCompletion, keyCompletion, keystroke, type Question } from './questions';
import { inTurn, runsFor } from './samples';
import type { Server } from './servers';
import { startSession, type Session } from './session';

/** Some minutes of work on one file: so many keystrokes, each with its diagnostics, then completions of either kind. */
export interface Work {
  readonly document: BenchDocument;
  readonly keystrokes: number;
  readonly completions: number;
}

/** What a fresh process took for it. */
export interface Effort {
  /** Time of the processor in milliseconds: for the keystrokes only, once the first diagnostics are there. */
  readonly cpu: number;
  /** In megabytes: since the start of the process. */
  readonly peak: number;
}

/** So long garbage collection goes on after an answer, which is work, too. */
const aftermath = 100;

/** Lets each server do the work, in a fresh process each time. */
export function measureWork(servers: readonly Server[], work: Work, runs: number): Promise<Effort[][]> {
  const { document, keystrokes, completions } = work;
  // A server that pushes waits before each of so many diagnostics: it does the work once.
  const count = ({ pushes }: Server): number => (pushes ? 1 : runsFor(runs)({}));
  return inTurn(servers, count, async (server) => {
    const session = await startSession(server);
    await session.open(document);
    await session.diagnostics(document);
    await wait(aftermath);
    const before = session.usage().cpu;
    await answer(server, session, keystroke(document, keystrokes));
    await wait(aftermath);
    const cpu = session.usage().cpu - before;
    await answer(server, session, entryCompletion(document, completions));
    await answer(server, session, keyCompletion(document, completions));
    const { peak } = session.usage();
    await session.end();
    return { cpu, peak };
  });
}

async function answer(server: Server, session: Session, question: Question): Promise<void> {
  const { name, document, runs, prepare, ask, isTrue } = question;
  for (let run = 0; run < runs; run++) {
    const answer = await ask(session, await prepare(session));
    verify(server, name, isTrue(answer), answer);
    await session.idle(document);
  }
}

/** What was measured of one server, or why nothing was: an answer took longer than anybody waits, or was not asked for. */
export type Samples = readonly number[] | 'late' | 'none';

/** One thing that was measured, in every server. */
export interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** By server, in the order of the columns. */
  readonly samples: readonly Samples[];
  /** The ratio that is to be reached. */
  readonly target?: number;
}

/** The middle one of a list of numbers; NaN where there is none. */
export function median(samples: Samples): number {
  const sorted = typeof samples === 'string' ? [] : [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** What all but one in twenty stay under. */
export function percentile95(samples: Samples): number {
  const sorted = typeof samples === 'string' ? [] : [...samples].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN;
}

/** Rows of what was measured together, several numbers at a time. */
export function rowsOf<Sample>(
  samples: readonly (readonly Sample[])[],
  columns: readonly (Omit<Row, 'samples'> & { readonly read: (sample: Sample) => number })[],
): Row[] {
  return columns.map(({ read, ...row }) => ({ ...row, samples: samples.map((list) => list.map(read)) }));
}

/**
 * Asks each subject in turn, so that a busy moment of the machine falls on all of them; the first one changes. Those
 * that are asked less often than others are asked all along, too.
 */
export async function inTurn<Subject, Result>(
  subjects: readonly Subject[],
  runs: (subject: Subject) => number,
  ask: (subject: Subject) => Promise<Result>,
): Promise<Result[][]> {
  const results = subjects.map((): Result[] => []);
  const most = Math.max(...subjects.map(runs));
  const due = (subject: Subject, run: number): number => Math.floor((run * runs(subject)) / most);
  for (let run = 0; run < most; run++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const chosen = (run + turn) % subjects.length;
      const subject = subjects[chosen];
      if (subject === undefined || due(subject, run) === due(subject, run + 1)) continue;
      results[chosen]?.push(await ask(subject));
    }
  }
  return results;
}

/** How often to ask a server. One that pushes waits before it does: it is asked less often, but for every row. */
export const runsFor =
  (usual: number) =>
  ({ pushes = false }: { readonly pushes?: boolean }): number =>
    pushes ? Math.min(usual, Math.max(3, Math.ceil(usual / 10))) : Math.ceil(usual);

/** One thing that was measured, in every server. */
export interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** By server, in the order of the columns. */
  readonly samples: readonly (readonly number[])[];
  /** The ratio to the first server that the others are to stay under. */
  readonly target?: number;
}

/** The middle one of a list of numbers; NaN for an empty list. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** What all but one in twenty stay under. */
export function percentile95(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1] ?? NaN;
}

const digits = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(value < 10 ? 2 : 1));

/** Medians, then 95th percentiles in brackets, then the ratios of the medians to that of the first server. */
export function renderTable(servers: readonly string[], rows: readonly Row[]): string {
  const [first = '', ...others] = servers;
  const header = ['median (p95)', '', ...servers, ...others.map((name) => `${name} / ${first}`), ''];
  const lines = rows.map(({ name, unit, samples, target }) => {
    const medians = samples.map(median);
    const ratios = medians.slice(1).map((value) => value / (medians[0] ?? NaN));
    const verdict =
      target === undefined
        ? ''
        : `${ratios.every((ratio) => ratio <= target) ? 'within' : 'ABOVE'} ${target.toFixed(1)}`;
    return [
      name,
      unit,
      ...samples.map((list) => `${digits(median(list))} (${digits(percentile95(list))})`),
      ...ratios.map(digits),
      verdict,
    ];
  });
  const cells = [header, ...lines];
  const widths = header.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    .map((line) => line.join('  ').trimEnd())
    .join('\n');
}

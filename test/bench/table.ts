import { median, percentile95, type Samples } from './samples';

/** A table as lines of cells; the first line is its head, the first column its rows' names. */
export type Table = readonly (readonly string[])[];

/** A number as people read it; a dash for none. */
export function digits(value: number): string {
  if (Number.isNaN(value)) return '-';
  return value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 1);
}

/** The median, and the 95th percentile in brackets where there are several samples. */
export function cell(samples: Samples): string {
  if (samples === 'late') return '>10 s';
  if (samples === 'none' || samples.length === 0) return '-';
  const middle = digits(median(samples));
  return samples.length === 1 ? middle : `${middle} (${digits(percentile95(samples))})`;
}

/** For the console: columns as wide as they have to be. */
export function renderText(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table
    .map((line) =>
      line.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))),
    )
    .map((line) => line.join('  ').trimEnd())
    .join('\n');
}

/** For a document; whoever writes it lays it out. */
export function renderMarkdown([head = [], ...lines]: Table): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

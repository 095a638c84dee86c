import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Server } from './servers';
import { renderMarkdown, type Table } from './table';

const begin = '<!-- table -->';
const end = '<!-- /table -->';

/** Which programs were measured on what: the conditions of a table, in one line. */
export const conditions = (servers: readonly Server[]): string =>
  [
    ...servers.map(({ name, version }) => `${name}: ${version}`),
    `Node.js ${process.version}`,
    `${availableParallelism()} cores`,
  ].join('; ');

/** Writes a table into docs/benchmark.md, between its marks, and lays the document out as the repository does. */
export async function writeReport(root: string, table: Table, servers: readonly Server[]): Promise<void> {
  const file = join(root, 'docs/benchmark.md');
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmark.md has no ${begin} and ${end}.`);
  const made = `${begin}\n\n${renderMarkdown(table)}\n\n${conditions(servers)}.\n\n`;
  const content = text.slice(0, from) + made + text.slice(to);
  writeFileSync(file, await format(content, { ...(await resolveConfig(file)), filepath: file }));
}

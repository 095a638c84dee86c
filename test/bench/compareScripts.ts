import { join } from 'node:path';
import type { BenchDocument, Position } from './documents';
import { verify } from './measure';
import { inTurn, median } from './samples';
import { ownServer } from './servers';
import { startSession } from './session';
import { cell, digits, renderText } from './table';

const lines = 10_000;
const commands = 20;
const target = 1.2;
const elsewhere = 'keystroke, elsewhere in the script';

const command = (host: string, number: number): string => `curl -X POST https://${host} \\
  -H "Authorization: User $CE_USER_SECRET, Organization $CE_ORGANIZATION_SECRET" \\
  -H 'Content-Type: application/json' \\
  -d '{
    "element": { "key": "helpscout" },
    "configuration": { "username": "'"$HELPSCOUT_KEY"'", "mailbox.name": "Desk ${number}" },
    "name": "Support desk ${number}"
  }'`;

/** A script of many lines that makes so many instances, or as many calls of something else. */
function script(name: string, host: string): BenchDocument {
  const every = lines / commands;
  const parts = Array.from({ length: commands }, (_, number) => {
    const call = command(host, number);
    const others = Array.from(
      { length: every - call.split('\n').length },
      (__, line) => `echo "step ${line} of ${number}: $(date)" >> "$LOG" # and so on`,
    );
    return [...others, call].join('\n');
  });
  return { name, uri: `file:///bench/${name}.sh`, text: parts.join('\n') };
}

const own = script('with', 'api.cloud-elements.com/elements/api-v2/instances');
const others = script('without', 'api.example-service.com/elements/of/v2/things');

const lineWith = (piece: string): Position => {
  const before = own.text.slice(0, own.text.lastIndexOf(piece) + piece.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};
/** Typing in a command is work that the other script does not have: only the rest is to cost nothing. */
const places = {
  [elsewhere]: lineWith('echo "step 7'),
  'in the JSON of a command': lineWith('Support'),
};

/** What our commands cost in a long script: prints keystroke to diagnostics with them and without. */
export async function compareScripts(root: string): Promise<void> {
  const server = {
    ...ownServer(join(root, 'dist/server.js'), ''),
    languageId: 'shellscript',
    initializationOptions: { curl: true },
  };
  const session = await startSession(server);
  for (const document of [own, others]) await session.open(document);
  const head = ['median (p95)', '', 'with', 'without', 'ratio', ''];
  const rows: string[][] = [];
  for (const [name, place] of Object.entries(places)) {
    const once = async (document: BenchDocument): Promise<number> => {
      await session.type(document, place);
      const begin = performance.now();
      const found = await session.diagnostics(document);
      const took = performance.now() - begin;
      verify(server, name, found.length === (document === own ? commands : 0), found);
      return took;
    };
    await inTurn([own, others], () => 50, once);
    const [mine = [], theirs = []] = await inTurn([own, others], () => 300, once);
    const ratio = median(mine) / median(theirs);
    rows.push([
      name,
      'ms',
      cell(mine),
      cell(theirs),
      digits(ratio),
      name === elsewhere ? `${ratio <= target ? 'within' : 'ABOVE'} ${target}` : '',
    ]);
  }
  await session.end();
  console.log(renderText([head, ...rows]));
  console.log(
    `\nA shell script of ${lines} lines, with ${commands} commands that make an instance and with as many other calls.`,
  );
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPastedCommand } from '../../server/src/curl/pasted';
import { readCurl } from '../../server/src/curl/readCurl';
import { commandsIn, findCurlProblems, fixCurl } from '../../server/src/curl/script';
import { message } from '../../server/src/problems/problemText';
import { applyEdits, type TextEdit } from '../../common/src/json/edits';
import type { OffsetRange } from '../../common/src/json/tree';
import { openScript } from '../../server/src/documents/scriptDocument';
import { complete } from '../../server/src/features/completion';
import { curlFiles } from '../../server/src/features/filesOfCommands';
import { hover } from '../../server/src/features/hover';
import { curlLanguages } from '../../common/src/protocol/curl';
import { catalog } from '../kit/catalog';
import { address, authorization, contentType, printedForms } from '../kit/curl';
import { insertions } from './insertions';
import { texts } from './texts';

const start = `curl -X POST ${address} ${authorization} \\\n  ${contentType} -d `;
const scripts: readonly string[] = [
  ...Object.values(printedForms),
  ...texts.slice(0, 40).map((text) => `${start}'${text}'\n`),
  ...texts.slice(0, 40).map((text) => `${start}"${text}"\n`),
  ...texts.slice(0, 40).map((text) => `\`\`\`sh\n${start}“${text.replaceAll('"', '\\"')}”\n\`\`\`\n`),
  `curl.exe -X POST ${address} \`\n  -d '{ "name": "it''s" }' \`\n  ${authorization.replaceAll('$', '$env:')}`,
  `curl -X POST ${address} ^\n  -d "{ \\"name\\": \\"a\\\\\\"b\\" }" ^\n  -H 'Authorization: User %A%, Organization %B%'`,
];
const shellPieces = [
  ...[
    '\\',
    '\\ ',
    '\\\n',
    ' \\ \n',
    '\n-H ',
    '\n\n',
    '^\n',
    '`\n',
    '$',
    '$A',
    '${A}',
    '$(',
    ')',
    '`',
    '|',
    ';',
    '&',
    '>',
  ],
  ...[
    '<A>',
    '#',
    "'",
    '"',
    "'\\''",
    '\\"',
    "''",
    '""',
    '%A%',
    '-d ',
    '—data ',
    '–H ',
    '@',
    '\ncurl ',
    'curl ',
    '```\n',
  ],
  ...[address, '/instances', 'Authorization: ', 'User ', 'Organization ', ', '],
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(100)),
  piece: fc.constantFrom('', ...shellPieces, ...insertions),
});

export interface Script {
  readonly text: string;
  readonly languageId: string;
}

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** Scripts with commands in them, and what is done to them one after another. */
export const editedScript = fc.record({
  some: fc.array(fc.constantFrom(...scripts), { minLength: 1, maxLength: 3 }),
  languageId: fc.constantFrom(...curlLanguages, 'shellscript'),
  changes: fc.array(change, { minLength: 1, maxLength: 5 }),
});
interface EditedScript {
  readonly some: readonly string[];
  readonly languageId: string;
  readonly changes: readonly Change[];
}

/** A script after edits is, in every respect, one that was opened with their outcome. */
export function assertEditedScript({ some, languageId, changes }: EditedScript): void {
  let document = openScript('file:///a', languageId, 1, some.join('echo\n\n'));
  for (const { at, length, piece } of changes) {
    document.problems(catalog);
    const from = Math.floor(at * document.text.getText().length);
    const range = { start: document.text.positionAt(from), end: document.text.positionAt(from + length) };
    document = document.change([{ range, text: piece }], document.text.version + 1);
    const fresh = openScript('file:///a', languageId, 1, document.text.getText());
    assert.deepEqual(document.problems(catalog), fresh.problems(catalog), document.text.getText());
    assert.deepEqual(document.fixAll(catalog), fresh.fixAll(catalog));
  }
}

/** Scripts with commands in them, changed here and there. */
export const anyScript: fc.Arbitrary<Script> = fc
  .record({
    some: fc.array(fc.constantFrom(...scripts), { minLength: 1, maxLength: 2 }),
    languageId: fc.constantFrom(...curlLanguages, 'shellscript'),
    changes: fc.array(change, { maxLength: 6 }),
  })
  .map(({ some, languageId, changes }) => ({
    languageId,
    text: changes.reduce((text, { at, length, piece }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + piece + text.slice(from + length);
    }, some.join('')),
  }));

function assertWithin({ start, end }: OffsetRange, ranges: readonly OffsetRange[], what: string): void {
  assert.ok(
    start <= end && ranges.some((allowed) => allowed.start <= start && end <= allowed.end),
    `${what}: ${start} to ${end}`,
  );
}

function assertEdits(edits: readonly TextEdit[], ranges: readonly OffsetRange[], what: string): void {
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assertWithin(edit, ranges, what);
    assert.ok(edit.start >= done, `${what}: edits overlap`);
    done = edit.end;
  }
}

/** Verifies any script: no problems or changes outside of commands, and fix all is idempotent. */
export function assertScript({ text, languageId }: Script): void {
  const commands = commandsIn(text, languageId);
  let done = 0;
  for (const { start, end } of commands) {
    assert.ok(done <= start && start < end && end <= text.length, 'commands follow one another');
    done = end;
  }
  let previous = 0;
  for (const { problem, fixes } of findCurlProblems(commands, catalog)) {
    assertWithin(problem.range, commands, problem.code);
    assert.ok(previous <= problem.range.start, 'problems are in the order of the text');
    previous = problem.range.start;
    assert.match(message(problem), /\S[.?]$/);
    for (const { edits } of fixes()) assertEdits(edits, commands, problem.code);
  }
  const edits = fixCurl(commands, catalog);
  assertEdits(edits, commands, 'fix-all');
  const fixed = applyEdits(text, edits);
  assert.deepEqual(fixCurl(commandsIn(fixed, languageId), catalog), [], `fix-all is not done: ${fixed}`);
  readCurl(text, catalog);
  findPastedCommand(text, catalog)?.fixes();
  const document = openScript('file:///a', languageId, 1, text);
  curlFiles(document);
  for (const share of [0.3, 0.6, 0.9]) {
    const position = document.text.positionAt(Math.floor(text.length * share));
    hover(document, catalog, position);
    for (const { textEdit } of complete(document, catalog, position, { snippets: true }).items.slice(0, 3)) {
      assert.ok(textEdit && 'range' in textEdit && textEdit.range.start.line === position.line);
    }
  }
}

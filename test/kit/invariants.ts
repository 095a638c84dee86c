import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver';
import { applyEdits, type TextEdit } from '../../common/src/json/edits';
import { fixAll } from '../../server/src/problems/fixAll';
import { fixesOf } from '../../server/src/problems/fixes';
import { findProblems } from '../../server/src/problems/findProblems';
import { isJson } from './json';
import { message } from '../../server/src/problems/problemText';
import { parseRequest } from '../../server/src/request/request';
import type { OffsetRange } from '../../common/src/json/tree';
import { check } from '../../server/src/features/check';
import { codeActions } from '../../server/src/features/codeActions';
import { complete } from '../../server/src/features/completion';
import { diagnose } from '../../server/src/features/diagnostics';
import { openDocument } from '../../server/src/documents/instanceDocument';
import type { InstanceDocument } from '../../server/src/documents/servedDocument';
import { foldingRanges } from '../../server/src/features/folding';
import { format } from '../../server/src/features/formatting';
import { hover } from '../../server/src/features/hover';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { symbols } from '../../server/src/features/symbols';
import { catalog } from './catalog';
import { take } from './completions';

/** What holds for any text whatsoever. Each throws an assertion error that says what does not hold. */

function assertWithin(text: string, { start, end }: OffsetRange, what: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${what}: ${start} to ${end} of ${text.length}`);
}

function assertEdits(text: string, edits: readonly TextEdit[], what: string): void {
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assertWithin(text, edit, what);
    assert.ok(edit.start >= done, `${what}: edits overlap`);
    done = edit.end;
  }
}

/** Problems and their fixes: within the text, in order, with a message; fix-all once is fix-all twice, and leaves JSON alone. */
export function assertProblems(text: string): void {
  const parsed = parseRequest(text);
  assert.equal(parsed.repaired.length, text.length, 'the repaired text is as long');
  const problems = findProblems(parsed, catalog);
  let previous = 0;
  for (const problem of problems) {
    assertWithin(text, problem.range, problem.code);
    assert.ok(problem.range.start >= previous, 'problems are in the order of the text');
    previous = problem.range.start;
    assert.match(message(problem), /\S[.?]$/, `${problem.code} is worded`);
    for (const fix of fixesOf(problem, parsed, catalog)) assertEdits(text, fix.edits, `fix of ${problem.code}`);
  }
  const broken = problems.filter(({ code }) => code === 'invalid-json');
  assert.ok(broken.length <= 1, 'at most one syntax error is reported');
  const edits = fixAll(parsed, catalog);
  assertEdits(text, edits, 'fix-all');
  if (isJson(text)) {
    assert.equal(edits.length, 0, 'fix-all leaves JSON alone');
  } else {
    assert.ok(problems.length > 0, 'text that is no JSON has a problem');
    const fixed = applyEdits(text, edits);
    assert.deepEqual(fixAll(parseRequest(fixed), catalog), [], 'fix-all is done after one time');
  }
}

function assertRange({ text }: InstanceDocument, range: Range, what: string): void {
  for (const position of [range.start, range.end]) {
    const there = text.positionAt(text.offsetAt(position));
    assert.deepEqual(there, position, `${what}: a position outside the document`);
  }
  assertWithin(text.getText(), { start: text.offsetAt(range.start), end: text.offsetAt(range.end) }, what);
}

/** Every request at an offset is answered, and every range of every answer lies in the document. */
export function assertFeatures(text: string, offset: number): void {
  const document = openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);
  const position = document.text.positionAt(offset);
  assertCompletion(document, offset);
  const hovered = hover(document, catalog, position);
  if (hovered?.range) assertRange(document, hovered.range, 'hover');
  for (const { range } of diagnose(document, catalog)) assertRange(document, range, 'diagnostic');
  for (const { range } of check(text, catalog).problems) assertRange(document, range, 'check');
  const range = { start: position, end: document.text.positionAt(text.length) };
  const context = { diagnostics: [], only: ['quickfix', 'source.fixAll'] };
  for (const { edit } of codeActions(document, catalog, { textDocument: document, range, context })) {
    for (const change of edit?.changes?.[document.uri] ?? []) assertRange(document, change.range, 'code action');
  }
  for (const symbol of symbols(document, catalog)) assertRange(document, symbol.range, 'symbol');
  for (const { startLine, endLine } of foldingRanges(document)) {
    assert.ok(0 <= startLine && startLine <= endLine && endLine < document.text.lineCount, 'folding');
  }
  assertRange(document, selectionRanges(document, [position])[0]?.range ?? range, 'selection');
  assertFormat(document);
}

export function assertFormat(document: InstanceDocument): void {
  const text = document.text.getText();
  const edits = format(document, { tabSize: 2, insertSpaces: true }).map(({ range, newText }) => {
    assertRange(document, range, 'format');
    return { start: document.text.offsetAt(range.start), end: document.text.offsetAt(range.end), text: newText };
  });
  assertEdits(text, edits, 'format');
  const bare = (layout: string): string => layout.replaceAll(/\s/g, '');
  assert.equal(bare(applyEdits(text, edits)), bare(text), 'format changes nothing but space');
}

/** What completion offers can be taken as an editor takes it: on the line of the cursor, around it, within the text. */
export function assertCompletion(document: InstanceDocument, offset: number): void {
  const position = document.text.positionAt(offset);
  const { items } = complete(document, catalog, position, { snippets: false });
  for (const { label, textEdit, additionalTextEdits } of items.slice(0, 3)) {
    assert.ok(textEdit && 'range' in textEdit, `${label} has an edit`);
    assertRange(document, textEdit.range, label);
    const { start, end } = textEdit.range;
    assert.ok(start.line === end.line && start.line === position.line, `${label}: an edit of more than one line`);
    assert.ok(start.character <= position.character && position.character <= end.character, `${label}: cursor outside`);
    for (const { range } of additionalTextEdits ?? []) {
      assertRange(document, range, label);
      assert.ok(document.text.offsetAt(range.end) <= document.text.offsetAt(start), `${label}: edits overlap`);
    }
  }
}

/** In a document that is JSON, taking any of the first three items leaves JSON. */
export function assertStaysJson(text: string, offset: number): void {
  const document = openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);
  const { items } = complete(document, catalog, document.text.positionAt(offset), { snippets: false });
  for (const item of items.slice(0, 3)) {
    const after = take(text, item);
    assert.ok(isJson(after), `${item.label} at ${offset} gives ${after}`);
  }
}

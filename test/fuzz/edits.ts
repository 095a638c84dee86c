import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { openDocument } from '../../server/src/documents/instanceDocument';
import { childrenOf, type Node } from '../../common/src/json/tree';
import { catalog } from '../kit/catalog';
import { applyChanges } from '../kit/textEdits';
import { insertions } from './insertions';
import { texts } from './texts';

/** Where something is, as shares: of the lines, and of more than a line is long. */
const place = fc.record({
  line: fc.double({ min: 0, max: 1, noNaN: true }),
  character: fc.oneof(fc.nat(30), fc.constant(9999)),
});

export const someEdits = fc.record({
  text: fc.oneof(fc.constantFrom(...texts), fc.constantFrom('', '\r', 'a\r\nb\n\rc')),
  edits: fc.array(
    fc.record({
      start: place,
      /** Lines from the start: backwards, and past the end, too. */
      lines: fc.integer({ min: -3, max: 40 }),
      character: fc.nat(30),
      whole: fc.constantFrom(false, false, false, false, false, false, false, true),
      text: fc.array(fc.constantFrom(...insertions, '\n', '\r', '\r\n'), { maxLength: 4 }).map((some) => some.join('')),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  /** Whether they come in one message. */
  together: fc.boolean(),
});
export type Edits = typeof someEdits extends fc.Arbitrary<infer Value> ? Value : never;

const lineCount = (text: string): number => text.split(/\r\n|\r|\n/).length;

/** The changes as a client would send them: each counts in the text that the one before has left. */
function changesOf({ text, edits }: Edits): readonly TextDocumentContentChangeEvent[] {
  let now = text;
  return edits.map(({ start, lines, character, whole, text: piece }) => {
    const line = Math.floor(start.line * (lineCount(now) + 2));
    const from = { line, character: start.character };
    const to = { line: Math.max(0, line + lines), character };
    const change = whole ? { text: piece } : { range: { start: from, end: to }, text: piece };
    now = applyChanges(now, [change]);
    return change;
  });
}

/** Every node of a tree, with its place, its parent's place and what it says. */
function outline(root: Node | undefined): unknown[] {
  const lines: unknown[] = [];
  const visit = (node: Node): void => {
    const { type, start, end, parent } = node;
    const own = node.type === 'property' ? node.colon : 'value' in node ? node.value : [node.closed];
    lines.push([type, start, end, parent?.start, own]);
    childrenOf(node).forEach(visit);
  };
  if (root) visit(root);
  return lines;
}

/** A document after edits is, in every respect, one that was opened with their outcome. */
export function assertEditsAreText(edited: Edits): void {
  const changes = changesOf(edited);
  const expected = applyChanges(edited.text, changes);
  let document = openDocument('file:///a.instance.json', '', 1, edited.text);
  for (const some of edited.together ? [[...changes]] : changes.map((change) => [change])) {
    // Looked at in between, as a client does: what is remembered of a text must not outlive it.
    assert.equal(document.problems(catalog), document.problems(catalog));
    document = document.change(some, document.text.version + 1);
  }
  const fresh = openDocument('file:///a.instance.json', '', 1, expected);
  assert.equal(document.text.getText(), expected, 'the text');
  assert.equal(document.text.lineCount, fresh.text.lineCount, 'the number of lines');
  for (let line = 0; line < fresh.text.lineCount; line++) {
    const at = { line, character: 0 };
    assert.equal(document.text.offsetAt(at), fresh.text.offsetAt(at), `where line ${line} begins`);
  }
  assert.deepEqual(document.problems(catalog), fresh.problems(catalog), 'the problems');
  assert.deepEqual(outline(document.parsed.root), outline(fresh.parsed.root), 'the tree');
}

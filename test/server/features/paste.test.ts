import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { repairPaste } from '../../../server/src/features/repairPaste';
import { catalog } from '../../kit/catalog';

/** What a paste in place of the marked text becomes; null where it stays as it is. */
function pasted(marked: string, text: string): string | null {
  const start = marked.indexOf('⟨');
  const end = marked.indexOf('⟩') - 1;
  const document = openDocument('file:///instance.json', '', 0, marked.replace(/[⟨⟩]/g, ''));
  const range = { start: document.text.positionAt(start), end: document.text.positionAt(end) };
  return repairPaste(document, catalog, range, text);
}

describe('a paste', () => {
  const rows: readonly (readonly [name: string, document: string, text: string, repaired: string | null])[] = [
    ['of curly quotes is straightened', '⟨⟩', '{ “name”: “x” }', '{ "name": "x" }'],
    ['of properties into an object, too', '{ "tags": [], ⟨⟩ }', '“name”: “say "hi"”', String.raw`"name": "say \"hi\""`],
    ['in place of a value', '{ "name": ⟨"x"⟩ }', '‘y’', '"y"'],
    ['of no-break spaces', '{ ⟨⟩ }', '"name":\u00a0"x"', '"name": "x"'],
    ['of single quotes', '{ ⟨⟩ }', "'name': 'x'", '"name": "x"'],
    ['with Windows line ends keeps them', '⟨⟩', '{\r\n  “a”: 1\r\n}', '{\r\n  "a": 1\r\n}'],
    [
      'of a fenced block into an empty file becomes its JSON',
      '⟨⟩\n',
      '```json\n{ “name”: “x” }\n```\n',
      '{ "name": "x" }\n',
    ],
    ['of a fenced block into a file that has something stays', '{ "a": ⟨⟩ }', '```json\n{}\n```', null],
    ['of JSON stays as it is', '⟨⟩', '{ "name": "Ana’s “best” desk" }', null],
    ['into a string stays as it is', '{ "name": "⟨⟩" }', 'Ana’s “best” desk', null],
    ['of what only lacks a comma stays as it is', '{ "a": 1 ⟨⟩ }', '"b": 2', null],
    ['of nothing stays', '⟨x⟩', '', null],
  ];
  for (const [name, document, text, repaired] of rows) {
    it(name, () => {
      assert.equal(pasted(document, text), repaired);
    });
  }
});

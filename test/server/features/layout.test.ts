import assert from 'node:assert/strict';
import { catalog } from '../../kit/catalog';
import { applyEdits } from '../../../common/src/json/edits';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { foldingRanges } from '../../../server/src/features/folding';
import { format } from '../../../server/src/features/formatting';
import { selectionRanges } from '../../../server/src/features/selectionRanges';
import { symbols } from '../../../server/src/features/symbols';
import { requestFor } from '../../kit/catalog';
import { assertFormat } from '../../kit/invariants';

const open = (text: string) => openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);

function formatted(text: string): string {
  const document = open(text);
  const edits = format(document, { tabSize: 2, insertSpaces: true }).map(({ range, newText }) => ({
    start: document.text.offsetAt(range.start),
    end: document.text.offsetAt(range.end),
    text: newText,
  }));
  return applyEdits(text, edits);
}

const straight = requestFor('helpscout');
const curly = straight.replaceAll(/"([^"\n]*)"/g, '“$1”');

describe('outline, folding, selection and format', () => {
  for (const [name, text] of [
    ['a proper text', straight],
    ['a text in curly quotes', curly],
  ] as const) {
    it(`the outline of ${name} has every property, with its label and without its value`, () => {
      assert.deepEqual(
        symbols(open(text), catalog).map((symbol) => [symbol.name, symbol.children?.map((child) => child.name)]),
        [
          ['element', ['key']],
          ['configuration', ['username', 'password', 'mailbox.name']],
          ['tags', undefined],
          ['name', undefined],
        ],
      );
      const all = JSON.stringify(symbols(open(text), catalog));
      for (const label of ['Help Scout', 'API Key', 'Mailbox Name']) assert.ok(all.includes(label), label);
      assert.equal(all.includes('not a password'), false);
    });

    it(`folding of ${name} has every object and list of several lines`, () => {
      const lines = foldingRanges(open(text)).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
      assert.deepEqual(lines.sort(), ['0-12', '1-2', '4-7', '9-10']);
    });

    it(`the selection in ${name} grows from the content to the string to the property`, () => {
      const document = open(text);
      const at = document.text.positionAt(text.indexOf('scout'));
      const selected: string[] = [];
      for (let range = selectionRanges(document, [at])[0]; range; range = range.parent) {
        selected.push(document.text.getText(range.range));
      }
      assert.equal(selected[0], 'helpscout');
      assert.match(selected[1] ?? '', /^["“]helpscout["”]$/);
      assert.match(selected[2] ?? '', /^["“]key["”] : ["“]helpscout["”]$/);
      assert.equal(selected.at(-1), text.trimEnd());
    });
  }

  it('folding keeps to the limit of the client', () => {
    assert.equal(foldingRanges(open(straight), 2).length, 2);
  });

  it('format lays out on lines', () => {
    assert.equal(
      formatted('{"element":{"key":"helpscout"},"tags":["a"]}'),
      '{\n  "element": {\n    "key": "helpscout"\n  },\n  "tags": [\n    "a"\n  ]\n}',
    );
  });

  it('format changes spaces and leaves look-alikes', () => {
    assert.equal(formatted('{“a”：“b",\u200b"c":1}'), '{\n  “a”： “b",\u200b"c": 1\n}');
    for (const text of [
      straight,
      curly,
      '\ufeff{"a":1}',
      '{\u00ad"a":1}',
      '{“a”:“b" c”}',
      '{ "a": [1,',
      '// “x”\n{}',
      '',
    ]) {
      assertFormat(open(text));
    }
  });

  it('format lays out the lines it is asked for', () => {
    const document = open('{\n"a":1,\n"b":2\n}');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } };
    const edits = format(document, { tabSize: 2, insertSpaces: true }, range);
    assert.ok(edits.length > 0);
    assert.ok(edits.every((edit) => edit.range.start.line <= 1 && edit.range.end.line <= 2));
  });

  it('format answers for every depth, and for none that a request never has', () => {
    const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    for (let depth = 1; depth <= 200; depth += 3) {
      for (const tabSize of [1, 2, 4, 8]) {
        const edits = format(open(nested(depth)), { tabSize, insertSpaces: true });
        assert.ok(edits.every(({ newText }) => typeof newText === 'string') && edits.length > 0);
      }
    }
    assert.deepEqual(format(open('{'.repeat(10_000)), { tabSize: 2, insertSpaces: true }), []);
  });

  it('nothing is asked of a text that is nested too deeply', () => {
    const document = open('['.repeat(10_000));
    const position = { line: 0, character: 5 };
    assert.deepEqual(symbols(document, catalog), []);
    assert.deepEqual(foldingRanges(document), []);
    assert.deepEqual(format(document, { tabSize: 2, insertSpaces: true }), []);
    assert.deepEqual(selectionRanges(document, [position]), [{ range: { start: position, end: position } }]);
  });
});

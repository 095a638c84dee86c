import assert from 'node:assert/strict';
import type { CodeAction, Range } from 'vscode-languageserver';
import { codeActions } from '../../server/src/features/codeActions';
import { openDocument } from '../../server/src/features/document';
import { catalog } from '../kit/catalog';

const uri = 'file:///instance.json';
const text = '{\n  “element”: { "key": "helpscot" },\n  "name”: "the desk",\n}';

/** Actions for the first place of a piece of text, or for all of it. */
function actions(piece?: string, only?: string[], content = text): CodeAction[] {
  const document = openDocument(uri, 'cloud-elements-instance', 0, content);
  const start = piece === undefined ? 0 : content.indexOf(piece);
  assert.ok(start >= 0);
  const range: Range = {
    start: document.text.positionAt(start),
    end: document.text.positionAt(start + (piece?.length ?? content.length)),
  };
  return codeActions(document, catalog, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

const straighten = 'Straighten the quotes of this string';
const straightenAll = 'Straighten all quotes and other look-alikes in this file';
const fixAllTitle = 'Mend everything that has one right answer';

describe('code actions', () => {
  const rows: readonly (readonly [name: string, actions: () => CodeAction[], titles: string[]])[] = [
    ['at the mark that is underlined', () => actions('“'), [straighten, straightenAll]],
    ['anywhere in the string', () => actions('lemen'), [straighten, straightenAll]],
    ['at the other mark', () => actions('”'), [straighten, straightenAll]],
    ['of another problem', () => actions('helpscot'), ['Change to "helpscout"']],
    ['where there is no problem', () => actions('the desk'), []],
    [
      'of all problems in a range',
      () => actions(),
      [straighten, 'Change to "helpscout"', straighten, 'Remove the comma', straightenAll],
    ],
    ['of the only look-alike', () => actions('“', undefined, '{ “element": {} }'), [straighten]],
    ['asked as quick fixes', () => actions('helpscot', ['quickfix']), ['Change to "helpscout"']],
    ['asked as a kind of quick fix', () => actions('helpscot', ['quickfix.other']), []],
    ['asked as another kind', () => actions(undefined, ['refactor']), []],
    ['asked as fix-all', () => actions('the desk', ['source.fixAll']), [fixAllTitle]],
    ['asked as fix-all of ours', () => actions(undefined, ['source.fixAll.cloudElements']), [fixAllTitle]],
    ['asked as fix-all of somebody else', () => actions(undefined, ['source.fixAll.eslint']), []],
    ['asked as fix-all where all is well', () => actions(undefined, ['source.fixAll'], '{ "a": "“" }'), []],
  ];
  for (const [name, found, titles] of rows) {
    it(name, () => {
      assert.deepEqual(
        found().map(({ title }) => title),
        titles,
      );
    });
  }

  it('advice on a secret comes after what mends it', () => {
    const secret = '{ "element": { "key": "helpscout" }, “configuration”: { "password": “my-own” } }';
    assert.deepEqual(
      actions('my-own', undefined, secret).map(({ title }) => title.replace(/ \$.*/, '')),
      [straighten, straightenAll, 'Replace with the reference', 'Replace with the reference'],
    );
  });

  it('a quick fix belongs to its diagnostic, and is preferred where it is the one right answer', () => {
    const [quotes, all] = actions('“');
    assert.equal(quotes?.kind, 'quickfix');
    assert.equal(quotes.isPreferred, true);
    assert.deepEqual(
      quotes.diagnostics?.map(({ code }) => code),
      ['look-alike-quotes'],
    );
    assert.equal(all?.isPreferred, false);
    const [first] = actions('BrightTalk', undefined, '{ "element": { "key": "BrightTalk" } }');
    assert.equal(first?.isPreferred, false);
  });

  it('fix-all has its own kind, so that editors run it on save', () => {
    const [action] = actions(undefined, ['source.fixAll']);
    assert.equal(action?.kind, 'source.fixAll.cloudElements');
    assert.equal(action.edit?.changes?.[uri]?.length, 4);
  });
});

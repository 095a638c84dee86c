import assert from 'node:assert/strict';
import { DiagnosticSeverity, type CodeAction, type Range } from 'vscode-languageserver';
import { codeActions, type CodeActionOptions } from '../../../server/src/features/codeActions';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { newSecret } from '../../kit/client/fakes';
import { catalog } from '../../kit/catalog';

const uri = 'file:///instance.json';
const text = '{\n  “element”: { "key": "helpscot" },\n  "name”: "the desk",\n}';

/** Actions for the first place of a piece of text, or for all of it. */
function actions(piece?: string, only?: string[], content = text, options: CodeActionOptions = {}): CodeAction[] {
  const document = openDocument(uri, 'cloud-elements-instance', 7, content);
  const start = piece === undefined ? 0 : content.indexOf(piece);
  assert.ok(start >= 0);
  const range: Range = {
    start: document.text.positionAt(start),
    end: document.text.positionAt(start + (piece?.length ?? content.length)),
  };
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  return codeActions(document, catalog, { textDocument: { uri }, range, context }, options);
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

  it('of a problem have the severity that is set for it, and there is none where it is off', () => {
    const severities = (overrides: CodeActionOptions['overrides']) =>
      actions('helpscot', undefined, text, { overrides }).map(({ diagnostics }) => diagnostics?.[0]?.severity);
    assert.deepEqual(severities({}), [DiagnosticSeverity.Error]);
    assert.deepEqual(severities({ 'unknown-element': 'information' }), [DiagnosticSeverity.Information]);
    assert.deepEqual(severities({ 'unknown-element': 'off' }), []);
  });

  it('advice on a secret comes after what mends it', () => {
    const secret = '{ "element": { "key": "helpscout" }, “configuration”: { "password": “my-own” } }';
    assert.deepEqual(
      actions('my-own', undefined, secret).map(({ title }) => title.replace(/ \$.*/, '')),
      [straighten, straightenAll, 'Replace with the reference', 'Replace with the reference'],
    );
  });

  describe('a secret that is written out', () => {
    const secret = newSecret();
    const written = `{ "element": { "key": "typeform" }, "configuration": { "api.key": "${secret}" } }`;
    const quoted = written.indexOf(`"${secret}"`);
    const range = {
      start: { line: 0, character: quoted },
      end: { line: 0, character: quoted + secret.length + 2 },
    };

    it('is replaced by a reference, whatever the editor', () => {
      const found = actions(secret, undefined, written);
      assert.deepEqual(
        found.map(({ edit, command }) => [edit?.changes?.[uri], command]),
        ['env', 'secret'].map((store) => [[{ range, newText: `"\${${store}:TYPEFORM_API_KEY}"` }], undefined]),
      );
    });

    it('is kept by an editor that can, by a command which does not hold it', () => {
      const [byVariable, kept, ...others] = actions(secret, undefined, written, { secretStore: true });
      assert.deepEqual(others, []);
      assert.ok(byVariable?.edit && !byVariable.command);
      const title = 'Keep it in the secret storage as ${secret:TYPEFORM_API_KEY}';
      const { diagnostics, ...action } = kept ?? {};
      assert.deepEqual(action, {
        title,
        kind: 'quickfix',
        isPreferred: false,
        command: {
          command: 'cloudElements.secret.move',
          title,
          arguments: [{ uri, range, version: 7, name: 'TYPEFORM_API_KEY' }],
        },
      });
      assert.deepEqual(
        diagnostics?.map(({ code }) => code),
        ['written-secret'],
      );
      assert.ok(!JSON.stringify(kept).includes(secret));
    });

    it('is kept once its string is mended, and not before', () => {
      const repaired = written.replace(`"${secret}"`, `“${secret}”`);
      const titles = actions(secret, undefined, repaired, { secretStore: true }).map(({ title }) => title);
      assert.deepEqual(titles, [straighten, 'Replace with the reference ${env:TYPEFORM_API_KEY}']);
    });
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

import assert from 'node:assert/strict';
import { DiagnosticSeverity, type CodeAction, type Range } from 'vscode-languageserver';
import { fixTitles } from '../../../server/src/problems/fixTitles';
import { codeActions, type CodeActionOptions } from '../../../server/src/features/codeActions';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { newSecret } from '../../kit/client/fakes';
import { catalog } from '../../kit/catalog';

const uri = 'file:///instance.json';
const text = '{\n  “element”: { "key": "helpscot" },\n  "name”: "the desk",\n}';

/** Actions for the first occurrence of a piece of text, or for all of it. */
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

/** The code of the problem that an action fixes; the title of an action that belongs to no problem. */
const inShort = ({ diagnostics, title }: CodeAction): unknown => diagnostics?.[0]?.code ?? title;
const { fixAll, replaceLookAlikes } = fixTitles;

describe('code actions', () => {
  const rows: readonly (readonly [name: string, actions: () => CodeAction[], titles: string[]])[] = [
    ['at the quote that is underlined', () => actions('“'), ['look-alike-quotes', replaceLookAlikes]],
    ['anywhere in the string', () => actions('lemen'), ['look-alike-quotes', replaceLookAlikes]],
    ['at the other quote', () => actions('”'), ['look-alike-quotes', replaceLookAlikes]],
    ['of another problem', () => actions('helpscot'), ['unknown-element']],
    ['where there is no problem', () => actions('the desk'), []],
    [
      'of all problems in a range',
      () => actions(),
      ['look-alike-quotes', 'unknown-element', 'look-alike-quotes', 'trailing-comma', replaceLookAlikes],
    ],
    ['of the only look-alike', () => actions('“', undefined, '{ “element": {} }'), ['look-alike-quotes']],
    ['asked as quick fixes', () => actions('helpscot', ['quickfix']), ['unknown-element']],
    ['asked as a kind of quick fix', () => actions('helpscot', ['quickfix.other']), []],
    ['asked as another kind', () => actions(undefined, ['refactor']), []],
    ['asked as fix-all', () => actions('the desk', ['source.fixAll']), [fixAll]],
    ['asked as fix-all of ours', () => actions(undefined, ['source.fixAll.cloudElements']), [fixAll]],
    ['asked as fix-all of somebody else', () => actions(undefined, ['source.fixAll.eslint']), []],
    ['asked as fix-all where all is well', () => actions(undefined, ['source.fixAll'], '{ "a": "“" }'), []],
  ];
  for (const [name, found, expected] of rows) {
    it(name, () => {
      assert.deepEqual(found().map(inShort), expected);
    });
  }

  it('of a problem have the severity that is set for it, and there is none where it is off', () => {
    const severities = (overrides: CodeActionOptions['overrides']) =>
      actions('helpscot', undefined, text, { overrides }).map(({ diagnostics }) => diagnostics?.[0]?.severity);
    assert.deepEqual(severities({}), [DiagnosticSeverity.Error]);
    assert.deepEqual(severities({ 'unknown-element': 'information' }), [DiagnosticSeverity.Information]);
    assert.deepEqual(severities({ 'unknown-element': 'off' }), []);
  });

  it('advice on a secret comes after the fixes', () => {
    const secret = '{ "element": { "key": "helpscout" }, “configuration”: { "password": “my-own” } }';
    assert.deepEqual(actions('my-own', undefined, secret).map(inShort), [
      'look-alike-quotes',
      replaceLookAlikes,
      'written-secret',
      'written-secret',
    ]);
  });

  describe('a secret in plain text', () => {
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

    it('is stored by an editor that can, by a command that does not contain it', () => {
      const [byVariable, stored, ...others] = actions(secret, undefined, written, { secretStore: true });
      assert.deepEqual(others, []);
      assert.ok(byVariable?.edit && !byVariable.command);
      const title = fixTitles.storeSecret('${secret:TYPEFORM_API_KEY}');
      const { diagnostics, ...action } = stored ?? {};
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
      assert.ok(!JSON.stringify(stored).includes(secret));
    });

    it('is stored only once its string is fixed', () => {
      const repaired = written.replace(`"${secret}"`, `“${secret}”`);
      const titles = actions(secret, undefined, repaired, { secretStore: true }).map(({ title }) => title);
      assert.deepEqual(titles.slice(1), [fixTitles.replaceWith('${env:TYPEFORM_API_KEY}')]);
    });
  });

  it('a quick fix belongs to its diagnostic, and is preferred where it is the one right fix', () => {
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

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixTitles } from '../../../server/src/problems/fixTitles';
import { eventually, openFile, problemCodes, problemsOf } from './document';

const straight = `{
  "element": { "key": "helpscout" },
  "configuration": { "username": "\${env:USERNAME}", "password": "\${env:PASSWORD}", "mailbox.name": "Support" },
  "tags": ["demo"],
  "name": "Help desk"
}
`;
const required = ['username', 'password', 'mailbox.name'];
/** As a web page has it. */
const curly = straight.replaceAll(/"([^"]*)"/g, '“$1”');

describe('editing', () => {
  it('a pasted document has one problem per string, and no other', async () => {
    const document = await openFile('editing/pasted.instance.json', curly);
    const strings = curly.match(/“/g) ?? [];
    assert.deepEqual(
      await problemCodes(document),
      strings.map(() => 'look-alike-quotes'),
    );
  });

  it('one quick fix replaces the quotes of a string, the other one those of all strings', async () => {
    const document = await openFile('editing/quick-fix.instance.json', curly);
    await problemCodes(document);
    const [first] = problemsOf(document);
    assert.ok(first);
    await applyFix(document, first.range, (action) => action.isPreferred === true);
    assert.ok(document.getText().startsWith('{\n  "element": { “key”'));

    const [next] = await eventually('the problems of the fixed text', () => {
      const problems = problemsOf(document);
      return problems.length === (curly.match(/“/g) ?? []).length - 1 ? problems : undefined;
    });
    assert.ok(next);
    await applyFix(document, next.range, ({ title }) => title === fixTitles.replaceLookAlikes);
    assert.equal(document.getText(), straight);
  });

  it('fix-all gives the straight text back', async () => {
    const document = await openFile('editing/fix-all.instance.json', curly);
    await problemCodes(document);
    await vscode.commands.executeCommand('editor.action.fixAll');
    await eventually('the text to be straight', () => (document.getText() === straight ? true : undefined));
    await eventually('no problem to be left', () => (problemsOf(document).length === 0 ? true : undefined));
  });

  it('missing entries are named, and a quick fix adds them', async () => {
    const document = await openFile('editing/missing.instance.json', '{ "element": { "key": "helpscout" } }\n');
    const codes = await problemCodes(document);
    assert.deepEqual(codes, ['missing-entries']);
    const [problem] = problemsOf(document);
    assert.ok(problem);
    assert.match(problem.message, /username.*password.*mailbox\.name/);
    await applyFix(document, problem.range, () => true);
    const { configuration } = JSON.parse(document.getText()) as { configuration: object };
    assert.deepEqual(Object.keys(configuration), required);
  });

  it('completion inside configuration lists the entries of the element, required first', async () => {
    const text = '{ "element": { "key": "helpscout" }, "configuration": {  } }\n';
    const document = await openFile('editing/completion.instance.json', text);
    const position = document.positionAt(text.indexOf('{  }') + 2);
    const labels = await eventually('entries to be listed', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const sorted = [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
      const names = sorted.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return names.length > 0 ? names : undefined;
    });
    assert.deepEqual(labels.slice(0, required.length), required);
  });

  it('hover says what an entry is', async () => {
    const document = await openFile('editing/hover.instance.json', straight);
    const position = document.positionAt(straight.indexOf('username') + 2);
    const text = await eventually('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      // Our server answers in Markdown.
      const parts = hovers.flatMap(({ contents }) => contents).filter((part) => part instanceof vscode.MarkdownString);
      return parts.length > 0 ? parts.map(({ value }) => value).join('\n') : undefined;
    });
    assert.match(text, /required/i);
  });
});

async function applyFix(
  document: vscode.TextDocument,
  range: vscode.Range,
  choose: (action: vscode.CodeAction) => boolean,
): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const action = actions.find(choose);
  assert.ok(action?.edit, `no such quick fix among: ${actions.map(({ title }) => title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
}

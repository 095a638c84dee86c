import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createCatalog } from '../../../server/src/catalog/catalog';
import { check } from '../../../server/src/features/check';
import { readSchemas } from '../../../server/src/node/schemas';
import { languageId } from '../../../common/src/protocol/documents';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

/** What is left for the user to do in a new request. */
const leftToDo = new Set(['placeholder', 'empty-value', 'sign-in-later']);

describe('snippets', () => {
  it('each inserts a request that has nothing but values to fill in', async () => {
    const extension = vscode.extensions.all.find(
      ({ packageJSON: { name } }: { packageJSON: { name?: unknown } }) => name === 'cloud-elements-instances',
    );
    assert.ok(extension);
    const folder = vscode.Uri.joinPath(extension.extensionUri, 'schemas');
    const catalog = createCatalog({ ...readSchemas(folder.fsPath), validators: new Map(), compile: () => () => true });
    const file = vscode.Uri.joinPath(extension.extensionUri, 'snippets/instances.json');
    const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
    const snippets = Object.values(JSON.parse(text) as Record<string, Snippet>);
    assert.ok(snippets.length >= 164);

    const document = await vscode.workspace.openTextDocument({ language: languageId, content: '' });
    const editor = await vscode.window.showTextDocument(document);
    for (const { prefix, body } of snippets) {
      const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
      assert.ok(await editor.insertSnippet(new vscode.SnippetString(body.join('\n')), whole));
      await vscode.commands.executeCommand('leaveSnippet');
      const inserted = document.getText();
      const { element } = JSON.parse(inserted) as { element: { key: string } };
      assert.ok(prefix.startsWith(`ce-${element.key}`), prefix);
      const others = check(inserted, catalog).problems.filter(({ code }) => !leftToDo.has(code));
      assert.deepEqual(others, [], prefix);
    }
  });
});

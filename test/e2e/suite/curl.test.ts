import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { noSuchFile } from '../../../client/src/features/curl/messages';
import { eventually, openFile, problemCodes, problemsOf } from './document';

/** The command as the platform's documentation prints it, in a script that makes the file it sends. */
const printed = `curl -X POST
-H ‘Authorization: User <INSERT_USER_SECRET>, Organization <INSERT_ORGANIZATION_SECRET>’
–H 'Content-Type: application/json'
-d @instance.json
'https://api.cloud-elements.com/elements/api-v2/instances'
`;

async function serverState(): Promise<string> {
  await vscode.commands.executeCommand('cloudElements.support.copy');
  return /server\W+(\w+)/i.exec(await vscode.env.clipboard.readText())?.[1] ?? '';
}

// The first file of the suite: nothing else has woken the server yet.
describe('scripts with cURL commands', () => {
  it('start the language server only once one of them calls the platform, and then have problems', async () => {
    const script = await openFile('curl/other.sh', 'curl –X POST ‘https://api.example.com/v2/things’\n');
    await eventually('the extension to wake', () =>
      vscode.extensions.all.some(({ id, isActive }) => id.endsWith('.cloud-elements-instances') && isActive)
        ? true
        : undefined,
    );
    assert.equal(await serverState(), 'stopped');
    assert.deepEqual(problemsOf(script), []);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(script.uri, new vscode.Position(1, 0), `\n${printed}`);
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual([...new Set(await problemCodes(script))].sort(), [
      'curl-missing-backslash',
      'look-alike-character',
      'look-alike-quotes',
      'placeholder',
    ]);
    assert.equal(await serverState(), 'running');
    assert.ok(problemsOf(script).every(({ range }) => range.start.line >= 2));
  });

  it('are mended by fix-all, and nothing around the command is', async () => {
    const [before, after] = ['echo “one” –n\n\n', '\necho “two” –n\n'];
    const script = await openFile('curl/provision.sh', before + printed + after);
    await problemCodes(script);
    await vscode.commands.executeCommand('editor.action.fixAll');
    await eventually('the command to be mended', () => (script.getText().includes('POST \\\n') ? true : undefined));
    const fixed = printed
      .replaceAll(/[‘’]/g, "'")
      .replace('–', '-')
      .replaceAll(/\n(?!$)/g, ' \\\n');
    assert.equal(script.getText(), before + fixed + after);
  });

  it('have a problem where a file that they send does not exist, until it does', async () => {
    const script = await openFile('curl/missing.sh', `${printed.replaceAll('\n', ' \\\n')}\n`);
    const missing = () => problemsOf(script).filter(({ message }) => message === noSuchFile('instance.json'));
    const [problem] = await eventually('the problem of the missing file', () =>
      missing().length > 0 ? missing() : undefined,
    );
    assert.equal(problem && script.getText(problem.range), 'instance.json');
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(vscode.Uri.joinPath(script.uri, '..', 'instance.json'));
    await vscode.workspace.applyEdit(edit);
    await eventually('the file to be found', () => (missing().length === 0 ? true : undefined));
  });

  it('have nothing said of them once the setting is off', async () => {
    const script = await openFile('curl/off.sh', printed);
    await problemCodes(script);
    const set = (value: boolean | undefined) =>
      vscode.workspace
        .getConfiguration('cloudElements.curl')
        .update('enable', value, vscode.ConfigurationTarget.Workspace);
    try {
      await set(false);
      await eventually('the problems to go', () => (problemsOf(script).length === 0 ? true : undefined));
    } finally {
      await set(undefined);
    }
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { startSandbox } from '../../../sandbox/src/server';
import type { Sandbox } from '../../../sandbox/src/server';
import { eventually, openFile } from './document';
import { startProxy } from './proxy';

const post = 'POST /instances';

describe('provisioning', () => {
  let sandbox: Sandbox;
  /** Commands on their way. Each ends when the message it shows is closed. */
  const running = new Set<unknown>();

  const provision = (): void => {
    const command = vscode.commands.executeCommand('cloudElements.instance.provision');
    running.add(command);
    const end = (): void => void running.delete(command);
    command.then(end, end);
  };
  const closeMessages = (): Promise<unknown> =>
    eventually('the commands to end with their messages closed', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return running.size === 0 ? true : undefined;
    });
  const set = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  const request = (name: string, password = 'mine'): string =>
    JSON.stringify({
      element: { key: 'helpscout' },
      configuration: { username: 'me', password, 'mailbox.name': 'Support' },
      name,
    });

  beforeEach(async () => {
    sandbox = await startSandbox();
    await set('cloudElements.sandbox.url', sandbox.url);
  });

  afterEach(async () => {
    await closeMessages();
    await set('cloudElements.sandbox.url', undefined);
    await sandbox.close();
  });

  it('sends what the editor shows, saved or not, without $schema', async () => {
    const document = await openFile('provision/unsaved.instance.json', '{ "element": { "key": "twilio" } }');
    const text = `{ "$schema": "./instance.schema.json", ${request('Unsaved desk').slice(1)}`;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), text);
    await vscode.workspace.applyEdit(edit);
    provision();
    await eventually('an instance', () => sandbox.instances()[0]);
    const [sent] = sandbox.requests().filter(({ operation }) => operation === post);
    assert.deepEqual(JSON.parse(sent?.body ?? ''), JSON.parse(request('Unsaved desk')));
  });

  it('two presses at once are one request', async () => {
    await openFile('provision/twice.instance.json', request('Twice'));
    provision();
    provision();
    await eventually('an instance', () => sandbox.instances()[0]);
    await closeMessages();
    assert.equal(sandbox.counts()[post], 1);
  });

  it('a text that is no JSON is not sent', async () => {
    await openFile('provision/broken.instance.json', '{ "element": { "key": "helpscout" }');
    provision();
    await closeMessages();
    assert.deepEqual(sandbox.counts(), {});
  });

  it('no secret and no token is written to logs or to storage', async () => {
    const secret = randomBytes(18).toString('base64url');
    await openFile('provision/canary.instance.json', request('Canary', secret));
    provision();
    const instance = await eventually('an instance', () => sandbox.instances()[0]);
    const userData = process.env.SUITE_USER_DATA ?? '';
    // The line about this very call shows that the log was written when it is searched.
    await eventually('the log to tell of the call', () =>
      readAll(path.join(userData, 'logs')).some(({ text }) => /POST \/elements\/api-v2\/instances 200/.test(text))
        ? true
        : undefined,
    );
    const { user, organization } = sandbox.secrets;
    const found = readAll(userData).filter(({ text }) =>
      [secret, instance.token, user, organization].some((value) => text.includes(value)),
    );
    assert.deepEqual(
      found.map(({ file }) => file),
      [],
    );
  });

  it('goes through the proxy that http.proxy names', async () => {
    const proxy = await startProxy(new URL(sandbox.url));
    try {
      // VS Code asks no proxy for 127.0.0.1; it does for the rest of the loopback net.
      await set('cloudElements.sandbox.url', sandbox.url.replace('127.0.0.1', '127.0.0.2'));
      await set('http.proxy', proxy.url);
      await openFile('provision/proxy.instance.json', request('Proxied'));
      provision();
      await eventually('an instance', () => sandbox.instances()[0]);
      const { port } = new URL(sandbox.url);
      // What follows is the ping.
      assert.equal(proxy.requests[0], `POST http://127.0.0.2:${port}/elements/api-v2/instances`);
    } finally {
      await set('http.proxy', undefined);
      await proxy.close();
    }
  });
});

function readAll(folder: string): { file: string; text: string }[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: fs.readFileSync(file, 'latin1') }));
}

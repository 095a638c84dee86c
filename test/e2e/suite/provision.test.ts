import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import * as vscode from 'vscode';
import { startSandbox } from '../../../sandbox/src/server';
import type { Sandbox } from '../../../sandbox/src/server';
import { eventually, openFile } from './document';
import { closeMessages, provision, readAll, set } from './press';

const post = 'POST /instances';

describe('provisioning', () => {
  let sandbox: Sandbox;
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
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startSandbox } from '../../../sandbox/src/server';
import type { Sandbox } from '../../../sandbox/src/server';
import { eventually, openFile } from './document';

const extensionId = 'cloud-elements-instances.cloud-elements-instances';

describe('sign-in', () => {
  let sandbox: Sandbox;
  const set = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    sandbox = await startSandbox();
    await set('cloudElements.sandbox.url', sandbox.url);
  });

  after(async () => {
    await set('cloudElements.sandbox.url', undefined);
    await sandbox.close();
  });

  it('takes the answer that a browser hands to VS Code, decoded once', async () => {
    const callback = `${vscode.env.uriScheme}://${extensionId}/callback`;
    const configuration = {
      'oauth.api.key': 'my-app',
      'oauth.api.secret': 'of-my-app',
      'oauth.callback.url': callback,
    };
    const text = JSON.stringify({ element: { key: 'dropbox' }, configuration, name: 'Through VS Code' });
    await openFile('sign-in/editor.instance.json', text);
    let isRunning = true;
    const end = (): void => {
      isRunning = false;
    };
    vscode.commands.executeCommand('cloudElements.instance.provision').then(end, end);
    const asked = await eventually('the request for the page', () =>
      sandbox.requests().find(({ operation }) => operation === 'POST /elements/{keyOrId}/oauth/url'),
    );
    const { state = '' } = JSON.parse(asked.body) as { state?: string };
    // What pressing Allow on the page gives, with the state of this sign-in.
    const { code = '' } = sandbox.consent({ elementKey: 'dropbox', configuration });
    // The way of a redirect to a window in a browser: VS Code's own page there hands it to the extension.
    const page = await vscode.env.asExternalUri(vscode.Uri.parse(callback));
    const redirect = `${page.toString(true)}&${new URLSearchParams({ code, state }).toString()}`;
    await vscode.env.openExternal(redirect as unknown as vscode.Uri);
    await eventually('an instance', () => sandbox.instances()[0]);
    const [creation] = sandbox.requests().filter(({ operation }) => operation === 'POST /instances');
    const { providerData } = JSON.parse(creation?.body ?? '') as { providerData: object };
    assert.deepEqual(providerData, { code, state });
    await eventually('the command to end with its message closed', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return isRunning ? undefined : true;
    });
  });
});

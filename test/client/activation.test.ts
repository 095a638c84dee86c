import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { registeredCommands } from '../kit/client/fakeVscode';
import { readManifest } from '../kit/manifest';
import type { ExtensionContext } from 'vscode';
import { activate } from '../../client/src/extension';
import { memorySecrets, memoryState } from '../kit/client/fakes';

interface Manifest {
  readonly contributes: {
    readonly commands: { command: string }[];
    readonly configuration: { properties: Record<string, unknown> };
  };
}

const root = path.join(import.meta.dirname, '../..');
const { contributes } = readManifest() as Manifest;
const inManifest = contributes.commands.map(({ command }) => command);
/** Its argument is a random address, and only the code lenses of its page run it. */
const unlisted = 'cloudElements.request.send';

describe('the extension', () => {
  it('registers exactly the commands of the manifest, without loading the language server', () => {
    const subscriptions: { dispose(): void }[] = [];
    const folder = { fsPath: '/nowhere', scheme: 'file', path: '/nowhere' };
    const context = {
      subscriptions,
      globalState: memoryState(),
      secrets: memorySecrets(),
      extensionUri: folder,
      globalStorageUri: folder,
      extension: { id: 'cloud-elements-instances.cloud-elements-instances' },
    };
    activate(context as unknown as ExtensionContext);
    assert.deepEqual([...registeredCommands.keys()].sort(), [...inManifest, unlisted].sort());
    // Every script activates the extension, and the library of the language server is most of the code to load.
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    assert.ok(loaded.some((file) => file.endsWith('lazyLanguageServer.ts')));
    assert.deepEqual(
      loaded.filter((file) => file.includes('vscode-languageclient')),
      [],
    );
    for (const one of subscriptions) one.dispose();
    assert.deepEqual([...registeredCommands.keys()], []);
  });

  it('uses only commands and settings of the manifest', () => {
    const settings = Object.keys(contributes.configuration.properties);
    const source = path.join(root, 'client/src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const named = files.flatMap((file) =>
      [...readFileSync(path.join(source, file), 'utf8').matchAll(/'(cloudElements\.\w+\.[\w-]+)'/g)].map(
        ([, id]) => id,
      ),
    );
    assert.ok(named.length > inManifest.length);
    assert.deepEqual(
      named.filter((id = '') => ![...inManifest, ...settings, unlisted].includes(id)),
      [],
    );
  });
});

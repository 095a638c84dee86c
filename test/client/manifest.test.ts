import assert from 'node:assert/strict';
import { documentSelector, needsServer } from '../../client/src/vscode/documentSelector';
import { curlLanguages } from '../../common/src/protocol/curl';
import { languageId } from '../../common/src/protocol/documents';
import { settings as names } from '../../common/src/protocol/settings';
import { readManifest } from '../kit/manifest';

interface Manifest {
  readonly activationEvents: string[];
  readonly capabilities: { untrustedWorkspaces: { supported: unknown; restrictedConfigurations: string[] } };
  readonly contributes: {
    readonly languages: { id: string }[];
    readonly commands: { command: string; category: string; title: string }[];
    readonly menus: Record<string, { command: string; when?: string }[]>;
    readonly configurationDefaults: Record<string, unknown>;
    readonly configuration: { properties: Record<string, Setting> };
  };
}

interface Setting {
  readonly scope?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

const manifest = readManifest() as Manifest;
const { contributes } = manifest;
const settings = Object.entries(contributes.configuration.properties);

describe('manifest', () => {
  it('gives every command the category, and a title without it', () => {
    for (const { category, title } of contributes.commands) {
      assert.equal(category, 'Cloud Elements');
      assert.doesNotMatch(title, /Cloud Elements/);
    }
  });

  it('has only its own commands in menus, and only for instance files', () => {
    const { commandPalette = [], ...others } = contributes.menus;
    for (const { command, when } of commandPalette) assert.equal(when, 'false', command);
    for (const { command, when } of Object.values(others).flat()) {
      assert.ok(
        contributes.commands.some((one) => one.command === command),
        command,
      );
      assert.match(when ?? '', new RegExp(`== ${languageId}\\b`));
    }
  });

  it('describes every setting in one sentence that says what it does, with its scope and default', () => {
    for (const [name, setting] of settings) {
      const description = setting.description ?? setting.markdownDescription ?? '';
      assert.match(description, /^(?:Adds|Controls whether|Overrides|Traces) .+\.$/, name);
      assert.doesNotMatch(description, /[.!?] [A-Z]/, name);
      assert.ok(['machine', 'window', 'resource'].includes(setting.scope ?? ''), name);
      assert.notEqual(setting.default, undefined, name);
    }
  });

  it('has the settings that client and server read, and fewer than 20', () => {
    // The last is read by the library of the language client.
    const read = [...Object.values(names), 'cloudElements.trace.server'];
    assert.deepEqual(settings.map(([name]) => name).sort(), read.sort());
    assert.ok(settings.length < 20);
  });

  it('lets no workspace set where secrets go', () => {
    const addresses = settings.map(([name]) => name).filter((name) => /(?:url|address)$/i.test(name));
    assert.deepEqual(addresses, [names.sandboxUrl]);
    // VS Code ignores a workspace's settings.json for the scope `machine`, even in a trusted workspace.
    const byWorkspace = settings.filter(([, { scope }]) => scope !== 'machine').map(([name]) => name);
    assert.ok(byWorkspace.length > 0);
    for (const name of addresses) {
      assert.equal(byWorkspace.includes(name), false, name);
      assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name), name);
    }
  });

  it('changes defaults of the editor only for instance files', () => {
    assert.deepEqual(Object.keys(contributes.configurationDefaults), [`[${languageId}]`]);
  });

  it('has no setting for a secret', () => {
    for (const [name] of settings) assert.doesNotMatch(name, /secret|token|password/i);
  });

  it('activates for its own language, for scripts, and for redirects from a browser', () => {
    const languages = [languageId, ...curlLanguages];
    assert.deepEqual(manifest.activationEvents, [...languages.map((id) => `onLanguage:${id}`), 'onUri']);
    assert.deepEqual(
      contributes.languages.map(({ id }) => id),
      [languageId],
    );
  });

  it('serves files, unsaved files and virtual folders, and not the other side of a diff', () => {
    const schemes = documentSelector(['file', 'memfs-of-a-plugin']).map(({ scheme }) => scheme);
    for (const scheme of ['file', 'untitled', 'vscode-vfs', 'memfs-of-a-plugin']) assert.ok(schemes.includes(scheme));
    assert.equal(schemes.includes('git'), false);
    assert.equal(new Set(schemes).size, schemes.length);
  });

  for (const [name, languageOf, scheme, text, expected] of [
    ['our language', languageId, 'file', '', true],
    ['a script with an address of the platform', 'shellscript', 'file', 'curl https://h/elements/api-v2/x', true],
    ['a script that calls something else', 'shellscript', 'file', 'curl https://h/other', false],
    [
      'a text with an address of the platform and without cURL',
      'markdown',
      'file',
      'See /elements/api-v2/instances.',
      false,
    ],
    ['the other side of a diff', 'shellscript', 'git', 'curl https://h/elements/api-v2/x', false],
    ['another language', 'python', 'file', 'curl https://h/elements/api-v2/x', false],
  ] as const) {
    it(`${expected ? 'starts' : 'does not start'} the language server for ${name}`, () => {
      const document = { languageId: languageOf, uri: { scheme }, getText: () => text };
      assert.equal(needsServer(document, ['file'], true), expected);
      assert.equal(needsServer(document, ['file'], false), expected && languageOf === languageId);
    });
  }
});

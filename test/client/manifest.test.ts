import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documentSelector, needsServer } from '../../client/src/vscode/documentSelector';
import { defaultSeverities, readSeveritySettings } from '../../server/src/problems/severities';
import { curlLanguages } from '../../common/src/protocol/curl';
import { languageId } from '../../common/src/protocol/documents';

interface Manifest {
  readonly activationEvents: string[];
  readonly capabilities: { untrustedWorkspaces: { supported: unknown; restrictedConfigurations: string[] } };
  readonly contributes: {
    readonly languages: { id: string }[];
    readonly commands: { command: string; category: string; title: string }[];
    readonly menus: Record<string, { command: string; when?: string }[]>;
    readonly configurationDefaults: Record<string, unknown>;
    readonly configuration: { title: string; properties: Record<string, Setting> }[];
  };
}

interface Setting {
  readonly scope?: string;
  readonly default?: unknown;
  readonly enum?: string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
const { contributes } = manifest;
const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

describe('manifest', () => {
  it('gives every command a category, and a title without it', () => {
    for (const { category, title } of contributes.commands) {
      assert.equal(category, 'Cloud Elements');
      assert.doesNotMatch(title, /Cloud Elements/);
    }
  });

  it('puts only commands it has into menus, and only at our files', () => {
    const { commandPalette = [], ...shown } = contributes.menus;
    for (const { command, when } of commandPalette) assert.equal(when, 'false', command);
    for (const { command, when } of Object.values(shown).flat()) {
      assert.ok(
        contributes.commands.some((one) => one.command === command),
        command,
      );
      assert.match(when ?? '', new RegExp(`== ${languageId}\\b`));
    }
  });

  it('describes every setting, with its scope and default', () => {
    for (const [name, setting] of settings) {
      assert.match(name, /^cloudElements\.[a-zA-Z]+\.[a-zA-Z-]+$/);
      assert.ok((setting.description ?? setting.markdownDescription ?? '').length > 20, name);
      assert.ok(['machine', 'window', 'resource'].includes(setting.scope ?? ''), name);
      assert.notEqual(setting.default, undefined, name);
    }
  });

  it('has a setting for every problem, in a category of their own', () => {
    const [general, problems] = contributes.configuration;
    const prefix = 'cloudElements.problems.';
    assert.deepEqual(
      Object.keys(problems?.properties ?? {}).sort(),
      Object.keys(defaultSeverities)
        .map((code) => prefix + code)
        .sort(),
    );
    assert.ok(Object.keys(general?.properties ?? {}).every((name) => !name.startsWith(prefix)));
  });

  it('offers every severity for a problem, and its own one by default', () => {
    for (const [code, own] of Object.entries(defaultSeverities)) {
      const setting = new Map(settings).get(`cloudElements.problems.${code}`);
      assert.ok(setting);
      const { [code]: read } = readSeveritySettings({ [code]: setting.default });
      assert.equal(read, undefined, 'the default changes nothing');
      assert.deepEqual(setting.enum, ['default', 'error', 'warning', 'information', 'hint', 'off']);
      const choices = setting.enum.filter((choice) => choice in readSeveritySettings({ [choice]: choice }));
      assert.deepEqual(choices, setting.enum.slice(1), 'the server reads all others');
      assert.match(
        setting.markdownDescription ?? '',
        new RegExp(` Default: ${own}\\b.*/docs/problems\\.md#${code}\\)`),
      );
    }
  });

  it('lets no workspace say where secrets go', () => {
    const addresses = settings.map(([name]) => name).filter((name) => /(?:url|address)$/i.test(name));
    assert.deepEqual(addresses, ['cloudElements.sandbox.url']);
    // The scopes that a workspace's settings.json counts for; it is ignored for `machine`, in a trusted workspace, too.
    const byWorkspace = settings.filter(([, { scope }]) => scope !== 'machine').map(([name]) => name);
    assert.ok(byWorkspace.length > 0);
    for (const name of addresses) {
      assert.equal(byWorkspace.includes(name), false, name);
      assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name), name);
    }
  });

  it('sets nothing of its own for a workspace by default but the editor at our files', () => {
    assert.deepEqual(Object.keys(contributes.configurationDefaults), [`[${languageId}]`]);
  });

  it('holds no setting for a secret', () => {
    const general = settings.filter(([name]) => !name.startsWith('cloudElements.problems.'));
    for (const [name] of general) assert.doesNotMatch(name, /secret|token|password/i);
  });

  it('wakes for its own language, for scripts, and for what a browser hands to it', () => {
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
    ['one that calls something else', 'shellscript', 'file', 'curl https://h/other', false],
    ['one that names the platform without cURL', 'markdown', 'file', 'See /elements/api-v2/instances.', false],
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

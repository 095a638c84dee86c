import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { settings } from '../../../common/src/protocol/settings';
import { eventually, openFile, problemCodes } from './document';

describe('severity overrides', () => {
  const set = (overrides: Readonly<Record<string, string>> | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration()
      .update(settings.severityOverrides, overrides, vscode.ConfigurationTarget.Workspace);

  afterEach(() => set(undefined));

  it('hold at once in an open document, and no longer once they are taken back', async () => {
    const document = await openFile(
      'settings/one.instance.json',
      '{ "element": { "key": "unheardof" }, "colour": 1 }\n',
    );
    const codes = async (wanted: readonly string[]): Promise<true | undefined> => {
      const found = (await problemCodes(document)).map(String);
      return JSON.stringify(found.sort()) === JSON.stringify(wanted) ? true : undefined;
    };
    await eventually('both problems', () => codes(['unknown-element', 'unknown-member']));
    await set({ 'unknown-member': 'off' });
    assert.ok(await eventually('one problem less', () => codes(['unknown-element'])));
    await set(undefined);
    assert.ok(await eventually('both problems again', () => codes(['unknown-element', 'unknown-member'])));
  });
});

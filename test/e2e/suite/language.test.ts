import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { languageId } from '../../../common/src/protocol/documents';
import { eventually, openFile, problemsOf } from './document';

describe('language of a file', () => {
  const cases = [
    { name: 'instance.json', expected: languageId },
    { name: 'create-instance.json', expected: languageId },
    { name: 'desk.instance.json', expected: languageId },
    { name: 'instances.json', expected: 'json' },
  ];
  for (const { name, expected } of cases) {
    it(`${name} opens as ${expected}`, async () => {
      const document = await openFile(`language/${name}`, '{ "element": { "key": "helpscout" } }\n');
      assert.equal(document.languageId, expected);
    });
  }

  it('suggestions pop up inside the strings of our language', () => {
    const strings = vscode.workspace.getConfiguration('editor', { languageId }).get('quickSuggestions.strings');
    assert.equal(strings, 'on');
  });

  it('an instance.json of something else becomes JSON without a word, and stays ours where a user says so', async () => {
    const opened = await openFile('unrelated/instance.json', '{ "instanceType": "t3.micro", "count": 2 }\n');
    const document = await eventually('the document to become JSON', () =>
      vscode.workspace.textDocuments.find(({ uri, languageId: id }) => id === 'json' && uri.path === opened.uri.path),
    );
    assert.deepEqual(problemsOf(document), []);

    const back = await vscode.languages.setTextDocumentLanguage(document, languageId);
    // Our problems show that the server has looked at it again and let it be.
    await eventually('problems of our own', () => (problemsOf(back).length > 0 ? true : undefined));
    assert.equal(back.languageId, languageId);
  });
});

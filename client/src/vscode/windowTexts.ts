import * as vscode from 'vscode';
import type { TextRange } from '../../../common/src/protocol/documents';
import type { OpenText, OpenTexts } from './openTexts';

/** {@link OpenTexts} over the window of VS Code. */
export const windowTexts: OpenTexts = {
  front: () => {
    const document = vscode.window.activeTextEditor?.document;
    return document === undefined ? undefined : openText(document);
  },
  find: (uri) => {
    // The language server may spell an address in another way.
    const name = vscode.Uri.parse(uri).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === name);
    return document === undefined ? undefined : openText(document);
  },
};

function openText(document: vscode.TextDocument): OpenText {
  const rangeOf = ({ start, end }: TextRange) => new vscode.Range(start.line, start.character, end.line, end.character);
  return {
    uri: document.uri.toString(),
    version: () => document.version,
    text: (range) => document.getText(range === undefined ? undefined : rangeOf(range)),
    replace: async (range, text) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, rangeOf(range), text);
      return vscode.workspace.applyEdit(edit);
    },
  };
}

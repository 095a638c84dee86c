import * as vscode from 'vscode';
import { languageId } from '../../server/src/protocol';
import { holdsAddress, scriptLanguages } from './addresses';

/**
 * Calls `start` once, when a document needs the language server: one of our language, or a script that holds an address of
 * the platform. Of a change, the lines it touches are looked at. Commands that ask the server start it by themselves.
 */
export function startWhenNeeded(start: () => void): vscode.Disposable {
  const listening: vscode.Disposable[] = [];
  let isStarted = false;
  const begin = (): void => {
    if (isStarted) return;
    isStarted = true;
    vscode.Disposable.from(...listening).dispose();
    start();
  };
  const isScript = ({ languageId: id }: vscode.TextDocument): boolean => scriptLanguages.some((known) => known === id);
  const needsServer = (document: vscode.TextDocument): boolean =>
    document.languageId === languageId || (isScript(document) && holdsAddress(document.getText()));
  const gotAddress = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean =>
    isScript(document) &&
    contentChanges.some(({ range, text }) => {
      const last = range.start.line + text.split('\n').length - 1;
      return holdsAddress(document.getText(new vscode.Range(range.start.line, 0, last + 1, 0)));
    });
  listening.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (needsServer(document)) begin();
    }),
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (gotAddress(change)) begin();
    }),
  );
  if (vscode.workspace.textDocuments.some(needsServer)) begin();
  return vscode.Disposable.from(...listening);
}

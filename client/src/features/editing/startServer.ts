import * as vscode from 'vscode';
import type { LanguageServer } from '../../vscode/languageServer';
import { isServed, needsServer } from '../../vscode/documentSelector';
import { settings } from '../../../../common/src/protocol/settings';

/**
 * Starts the language server once a document needs it, now or later. A command that asks it something starts it, too.
 * @param schemes Of the documents that count.
 * @param failed Called with what kept it from starting.
 */
export function startWhenNeeded(
  server: LanguageServer,
  schemes: readonly string[],
  failed: (error: unknown) => void,
): vscode.Disposable {
  let isStarted = false;
  const look = (document: vscode.TextDocument): void => {
    // On most keystrokes of a person there is nothing to look at: another language, before any setting is read.
    if (isStarted || !isServed(document.languageId)) return;
    const checksCurl = vscode.workspace.getConfiguration(undefined, document).get(settings.curl) === true;
    if (!needsServer(document, schemes, checksCurl)) return;
    isStarted = true;
    listeners.dispose();
    server.start().catch(failed);
  };
  const lookAtAll = (): void => {
    vscode.workspace.textDocuments.forEach(look);
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      look(document);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.curl)) lookAtAll();
    }),
  );
  lookAtAll();
  return listeners;
}

import * as vscode from 'vscode';
import type { LanguageServer } from '../../vscode/languageServer';
import { isServed, needsServer } from '../../vscode/documentSelector';
import { settings } from '../../../../common/src/protocol/settings';

/**
 * Starts the language server as soon as a document needs it. A command that sends a request to the server also starts it.
 * @param schemes The schemes of the documents that the extension works on.
 * @param failed Called with the error where the server does not start.
 */
export function startServerWhenNeeded(
  server: LanguageServer,
  schemes: readonly string[],
  failed: (error: unknown) => void,
): vscode.Disposable {
  let isStarted = false;
  const startIfNeeded = (document: vscode.TextDocument): void => {
    // This runs on every keystroke, so it returns for other languages before it reads a setting.
    if (isStarted || !isServed(document.languageId)) return;
    const checksCurl = vscode.workspace.getConfiguration(undefined, document).get(settings.curl) === true;
    if (!needsServer(document, schemes, checksCurl)) return;
    isStarted = true;
    listeners.dispose();
    server.start().catch(failed);
  };
  const startIfAnyNeedsIt = (): void => {
    vscode.workspace.textDocuments.forEach(startIfNeeded);
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(startIfNeeded),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      startIfNeeded(document);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.curl)) startIfAnyNeedsIt();
    }),
  );
  startIfAnyNeedsIt();
  return listeners;
}

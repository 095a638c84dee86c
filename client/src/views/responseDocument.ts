import * as vscode from 'vscode';
import * as messages from '../messages';
import type { LastResponse } from '../provisioning/outcome/lastResponse';

const scheme = 'cloud-elements-response';
const uri = vscode.Uri.from({ scheme, path: `/${messages.responseTitle}.json` });

/** Serves the last response as a read-only document. */
export function registerResponseDocument(lastResponse: LastResponse): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  lastResponse.onDidChange(() => {
    changed.fire(uri);
  });
  const provider = { onDidChange: changed.event, provideTextDocumentContent: () => lastResponse.text() ?? '' };
  return vscode.Disposable.from(changed, vscode.workspace.registerTextDocumentContentProvider(scheme, provider));
}

/** Opens the last response beside the file it came from. */
export async function openResponseDocument(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.languages.setTextDocumentLanguage(document, 'json');
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

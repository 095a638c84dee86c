import * as vscode from 'vscode';
import * as messages from './messages';
import type { LastResponse } from '../../../../engine/src/provisioning/outcome/lastResponse';
import { registerReadOnlyDocuments } from '../../vscode/windowViews';

const scheme = 'cloud-elements-response';

/** The last response as a read-only document. */
export interface ResponseDocument {
  /** Opens it beside the active editor. */
  readonly open: () => Promise<void>;
  readonly dispose: () => void;
}

export function createResponseDocument(lastResponse: LastResponse): ResponseDocument {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const documents = registerReadOnlyDocuments(scheme, changed.event, () => lastResponse.text() ?? '');
  const uri = documents.uri(`${messages.responseTitle}.json`);
  lastResponse.onDidChange(() => {
    changed.fire(uri);
  });
  return {
    open: async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.languages.setTextDocumentLanguage(document, 'json');
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    },
    dispose: () => {
      vscode.Disposable.from(changed, documents).dispose();
    },
  };
}

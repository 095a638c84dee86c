import * as vscode from 'vscode';
import * as messages from './messages';
import { registerReadOnlyDocuments } from '../../vscode/windowViews';

const scheme = 'cloud-elements-preview';

/** Read-only documents that show what files would send. */
export interface PreviewDocuments {
  /** Opens the preview of a file beside the file, or updates it where it is open. */
  open(uri: string, preview: string): Promise<void>;
  dispose(): void;
}

export function createPreviewDocuments(): PreviewDocuments {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const documents = registerReadOnlyDocuments(
    scheme,
    changed.event,
    (uri) => texts.get(uri.toString()) ?? messages.pageIsOver,
  );
  const registered = vscode.Disposable.from(
    changed,
    documents,
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      texts.delete(uri.toString());
    }),
  );
  return {
    open: async (file, preview) => {
      const name = vscode.Uri.parse(file).path.split('/').at(-1) ?? '';
      const uri = documents.uri(messages.previewTitle(name), file);
      texts.set(uri.toString(), preview);
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    },
    dispose: () => {
      registered.dispose();
    },
  };
}

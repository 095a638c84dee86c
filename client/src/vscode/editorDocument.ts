import * as vscode from 'vscode';
import type { TextRange } from '../../../common/src/protocol/documents';
import * as messages from './messages';
import type { EditorDocument } from '../../../engine/src/provisioning/provisionContext';
import { UserFacingError } from '../../../engine/src/ui';

/** An {@link EditorDocument} that commands can change. */
export interface EditableDocument extends EditorDocument {
  version(): number;
  /** The complete text, or the text in a range. */
  text(range?: TextRange): string;
  /** Replaces the text in a range. False where the document has just changed or is read-only. */
  replace(range: TextRange, text: string): Promise<boolean>;
}

/** The open documents. An interface, so that commands can be tested without a window. */
export interface EditorDocuments {
  /** The document in the active editor. */
  active(): EditableDocument | undefined;
  find(uri: string): EditableDocument | undefined;
}

/** {@link EditorDocuments} over the window of VS Code. */
export const editorDocuments: EditorDocuments = {
  active: () => {
    const document = vscode.window.activeTextEditor?.document;
    return document === undefined ? undefined : editorDocument(document);
  },
  find: (uri) => {
    // The language server may encode a URI differently.
    const name = vscode.Uri.parse(uri).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === name);
    return document === undefined ? undefined : editorDocument(document);
  },
};

/**
 * The document of `uri`, which the code lens and the title bar pass, otherwise the active document. Throws a `UserFacingError`
 * where there is none.
 */
export async function openDocument(uri: unknown): Promise<EditableDocument> {
  if (uri instanceof vscode.Uri) return editorDocument(await vscode.workspace.openTextDocument(uri));
  const document = editorDocuments.active();
  if (document === undefined) throw new UserFacingError(messages.openAFileFirst);
  return document;
}

function editorDocument(document: vscode.TextDocument): EditableDocument {
  const uri = document.uri.toString();
  return {
    // Each window has its own "Untitled-1".
    name: document.isUntitled ? `${uri}${vscode.env.sessionId}` : uri,
    uri,
    version: () => document.version,
    text: (range) => document.getText(range === undefined ? undefined : rangeOf(range)),
    replace: async (range, text) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, rangeOf(range), text);
      return vscode.workspace.applyEdit(edit);
    },
    goTo: async (range) => {
      await vscode.window.showTextDocument(document, { selection: rangeOf(range) });
    },
  };
}

function rangeOf({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

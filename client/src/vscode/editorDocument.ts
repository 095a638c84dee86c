import * as vscode from 'vscode';
import type { TextRange } from '../../../common/src/protocol/documents';
import * as messages from './messages';
import type { EditorDocument } from '../../../engine/src/provisioning/provisionContext';
import { UserFacingError } from '../../../engine/src/ui';

/** An {@link EditorDocument} that commands change, too. */
export interface EditableDocument extends EditorDocument {
  version(): number;
  /** The whole text, or what stands in a range. */
  text(range?: TextRange): string;
  /** Puts a text in place of what stands in a range. False where the document has just changed or cannot be written. */
  replace(range: TextRange, text: string): Promise<boolean>;
}

/** The documents that are open, so that commands can be tested without a window. */
export interface EditorDocuments {
  /** The one in front. */
  front(): EditableDocument | undefined;
  find(uri: string): EditableDocument | undefined;
}

/** {@link EditorDocuments} over the window of VS Code. */
export const editorDocuments: EditorDocuments = {
  front: () => {
    const document = vscode.window.activeTextEditor?.document;
    return document === undefined ? undefined : editorDocument(document);
  },
  find: (uri) => {
    // The language server may spell an address in another way.
    const name = vscode.Uri.parse(uri).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === name);
    return document === undefined ? undefined : editorDocument(document);
  },
};

/** The document of `uri`, as code lens and title bar give it, else the one in front. Throws a `UserFacingError` without one. */
export async function openDocument(uri: unknown): Promise<EditableDocument> {
  if (uri instanceof vscode.Uri) return editorDocument(await vscode.workspace.openTextDocument(uri));
  const document = editorDocuments.front();
  if (document === undefined) throw new UserFacingError(messages.openAFileFirst);
  return document;
}

function editorDocument(document: vscode.TextDocument): EditableDocument {
  const uri = document.uri.toString();
  return {
    // Each window has an "Untitled-1" of its own.
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

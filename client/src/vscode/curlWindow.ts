import * as vscode from 'vscode';
import { languageId } from '../../../common/src/protocol/documents';
import { filePlaces } from './filePlaces';

/** What the commands on cURL use of a window, so that they can be tested without one. */
export interface CurlWindow {
  /** As in `process.platform`, where the terminals of this window run. */
  readonly platform: string;
  /** The file of a document as saved; undefined if it never was saved, or cannot be read. */
  savedFile(uri: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** The selected text of the active editor. */
  selection(): string;
  clipboard(): Promise<string>;
  /** Opens an unsaved instance file with this text, laid out. */
  openInstance(text: string): Promise<void>;
  /**
   * Opens a file by the name that a command gives it: next to the document in front, else in the folders of the workspace,
   * and nowhere else. Says why not, if it does not.
   */
  openFile(name: string): Promise<NotOpened | undefined>;
}

/** Where it looked, or why it did not: the name leads to another computer, or out of the folders. */
export type NotOpened = { readonly notAt: readonly string[] } | { readonly refused: 'host' | 'outside' };

/** {@link CurlWindow} over the window of VS Code. */
export const curlWindow: CurlWindow = {
  platform: process.platform,
  savedFile: async (uri) => {
    const file = vscode.Uri.parse(uri);
    try {
      return { name: nameOf(file), bytes: await vscode.workspace.fs.readFile(file) };
    } catch {
      return undefined;
    }
  },
  selection: () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection) ?? '';
  },
  clipboard: async () => vscode.env.clipboard.readText(),
  openInstance: async (text) => {
    const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('editor.action.formatDocument');
  },
  openFile: async (name) => {
    const places = placesOf(name);
    if (typeof places === 'string') return { refused: places };
    for (const place of places) {
      const document = await vscode.workspace.openTextDocument(place).then(
        (opened) => opened,
        () => undefined,
      );
      if (document === undefined) continue;
      await vscode.window.showTextDocument(document);
      return undefined;
    }
    return { notAt: places.map((place) => (place.scheme === 'file' ? place.fsPath : place.toString(true))) };
  },
};

function placesOf(name: string): vscode.Uri[] | 'host' | 'outside' {
  const front = vscode.window.activeTextEditor?.document.uri;
  return fileUris(name, front === undefined || front.scheme === 'untitled' ? undefined : front);
}

/** Where a file may be that a script, or the document in front, names in a command: see {@link filePlaces}. */
export function fileUris(name: string, script: vscode.Uri | undefined): vscode.Uri[] | 'host' | 'outside' {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const beside = script === undefined ? [] : [vscode.Uri.joinPath(script, '..')];
  const places = filePlaces(name, [...beside, ...folders], process.platform === 'win32');
  if (typeof places === 'string') return places;
  const uris = places.map(({ scheme, authority, path }) => vscode.Uri.from({ scheme, authority, path }));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? '';
}

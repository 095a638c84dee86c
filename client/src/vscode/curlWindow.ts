import * as vscode from 'vscode';
import { languageId } from '../../../common/src/protocol/documents';
import { commandFiles } from './commandFiles';

/** What the cURL commands need of a window. An interface, so that they can be tested without a window. */
export interface CurlWindow {
  /** `process.platform` of the computer that the terminals of this window run on. */
  readonly platform: string;
  /** The saved content of a document; undefined where it was never saved or cannot be read. */
  savedFile(uri: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** The selected text of the active editor. */
  selection(): string;
  clipboard(): Promise<string>;
  /** Opens an unsaved instance file with this text, and formats it. */
  openInstance(text: string): Promise<void>;
  /**
   * Opens the file that a command sends. Looks for it next to the active document, then in the folders of the workspace, and
   * nowhere else. Gives the reason where it opens nothing.
   */
  openFile(name: string): Promise<NotOpened | undefined>;
}

/** Where the file was looked for, or why it was not: the path leads to another computer, or out of the folders. */
export type NotOpened = { readonly notFound: readonly string[] } | { readonly refused: 'host' | 'outside' };

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
    const uris = activeFileUris(name);
    if (typeof uris === 'string') return { refused: uris };
    for (const uri of uris) {
      const document = await vscode.workspace.openTextDocument(uri).then(
        (opened) => opened,
        () => undefined,
      );
      if (document === undefined) continue;
      await vscode.window.showTextDocument(document);
      return undefined;
    }
    return { notFound: uris.map((uri) => (uri.scheme === 'file' ? uri.fsPath : uri.toString(true))) };
  },
};

function activeFileUris(name: string): vscode.Uri[] | 'host' | 'outside' {
  const active = vscode.window.activeTextEditor?.document.uri;
  return fileUris(name, active === undefined || active.scheme === 'untitled' ? undefined : active);
}

/** Where the file may be that a command in a script sends: see {@link commandFiles}. */
export function fileUris(name: string, script: vscode.Uri | undefined): vscode.Uri[] | 'host' | 'outside' {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const beside = script === undefined ? [] : [vscode.Uri.joinPath(script, '..')];
  const files = commandFiles(name, [...beside, ...folders], process.platform === 'win32');
  if (typeof files === 'string') return files;
  const uris = files.map(({ scheme, authority, path }) => vscode.Uri.from({ scheme, authority, path }));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? '';
}

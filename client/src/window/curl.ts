import * as vscode from 'vscode';
import { languageId } from '../../../server/src/protocol';
import type { CurlWindow } from '../commands/curl/curlWindow';

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
    const places = placesOf(process.platform === 'win32' ? name.replaceAll('\\', '/') : name);
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

function placesOf(name: string): vscode.Uri[] {
  const front = vscode.window.activeTextEditor?.document.uri;
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const beside = front === undefined || front.scheme === 'untitled' ? [] : [vscode.Uri.joinPath(front, '..')];
  const isAbsolute = /^(?:\/|[a-z]:)/i.test(name);
  const places = isAbsolute
    ? [vscode.Uri.file(name)]
    : [...beside, ...folders].map((uri) => vscode.Uri.joinPath(uri, name));
  return [...new Map(places.map((place) => [place.toString(), place])).values()];
}

function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? '';
}

import * as vscode from 'vscode';
import { eventually } from '../../kit/eventually';

export { eventually };

/** Writes a file into the workspace and shows it, as a user who opens it. The path is relative to the workspace. */
export async function openFile(path: string, text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The suite needs a workspace folder.');
  const uri = vscode.Uri.joinPath(folder.uri, path);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The problems our extension shows in a document. */
export function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Cloud Elements');
}

/** Codes of our problems in a document, once there are any; each of them leads to its explanation. */
export function problemCodes(document: vscode.TextDocument): Promise<unknown[]> {
  return eventually(`a problem in ${document.uri.path}`, () => {
    const problems = problemsOf(document);
    return problems.length > 0 ? problems.map(({ code }) => (typeof code === 'object' ? code.value : code)) : undefined;
  });
}

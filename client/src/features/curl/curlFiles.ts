import { problemSource } from '../../../../common/src/protocol/documents';
import * as vscode from 'vscode';
import type { CurlFile } from '../../../../common/src/protocol/curl';
import { fileUris } from '../../vscode/curlWindow';
import { isCurlLanguage, type DocumentFilter } from '../../vscode/documentSelector';
import type { LanguageServer } from '../../vscode/languageServer';
import { settings } from '../../../../common/src/protocol/settings';
import * as messages from './messages';
import { createShownProblems, type ShownProblem } from '../../vscode/shown';

/** So long nothing is looked for after a keystroke. */
const pauseMs = 500;

export interface CurlFilesContext {
  readonly server: LanguageServer;
  /** Of the documents that count. */
  readonly selector: readonly DocumentFilter[];
}

/** Names the files that cURL commands send (`-d @file`) and that do not stand next to the script: only the client can look. */
export function registerCurlFiles({ server, selector }: CurlFilesContext): vscode.Disposable {
  const schemes = selector.map(({ scheme }) => scheme);
  const collection = createShownProblems('cloudElementsCurl', problemSource);
  const waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const look = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const files = await server.curlFiles(document).catch((): CurlFile[] => []);
    const missing = await Promise.all(files.map(async (file) => ((await isThere(document, file)) ? [] : [file])));
    // It may have been changed or closed in the meantime.
    if (document.isClosed || document.version !== version) return;
    collection.set(document.uri, missing.flat().map(toProblem));
  };
  const lookSoon = (document: vscode.TextDocument, delay = pauseMs): void => {
    // An unsaved script stands nowhere yet.
    if (!isCurlLanguage(document.languageId) || document.isUntitled || !schemes.includes(document.uri.scheme)) return;
    clearTimeout(waiting.get(document));
    if (server.state() !== 'running') return;
    const timer = setTimeout(() => {
      waiting.delete(document);
      void look(document);
    }, delay);
    waiting.set(document, timer);
  };
  const lookAtAll = (): void => {
    for (const document of vscode.workspace.textDocuments) lookSoon(document, 0);
  };
  return vscode.Disposable.from(
    collection,
    server.onDidChangeState(lookAtAll),
    vscode.workspace.onDidOpenTextDocument((document) => {
      lookSoon(document, 0);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) lookSoon(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document));
      waiting.delete(document);
      collection.delete(document.uri);
    }),
    vscode.workspace.onDidCreateFiles(lookAtAll),
    vscode.workspace.onDidDeleteFiles(lookAtAll),
    vscode.workspace.onDidRenameFiles(lookAtAll),
    vscode.workspace.onDidSaveTextDocument(lookAtAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.curl)) lookAtAll();
    }),
    {
      dispose: () => {
        waiting.forEach((timer) => {
          clearTimeout(timer);
        });
      },
    },
  );
}

/** True, too, for a path that is not looked for: it is not below the script's folder or one that is open. */
async function isThere(document: vscode.TextDocument, { path }: CurlFile): Promise<boolean> {
  const plain = path.replaceAll('\\', '/');
  if (plain.startsWith('~') || /^(?:\/|[A-Za-z]:)/.test(plain)) return true;
  const beside = vscode.Uri.joinPath(document.uri, '..', plain);
  const places = fileUris(plain, document.uri);
  if (typeof places === 'string' || !places.some((place) => place.toString() === beside.toString())) return true;
  try {
    await vscode.workspace.fs.stat(beside);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}

function toProblem({ path, range: { start, end } }: CurlFile): ShownProblem {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return { range, message: messages.noSuchFile(path), severity: 'warning' };
}

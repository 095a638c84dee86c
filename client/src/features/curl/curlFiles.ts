import { problemSource } from '../../../../common/src/protocol/documents';
import * as vscode from 'vscode';
import type { CurlFile } from '../../../../common/src/protocol/curl';
import { fileUris } from '../../vscode/curlWindow';
import { isCurlLanguage, type DocumentFilter } from '../../vscode/documentSelector';
import type { LanguageServer } from '../../vscode/languageServer';
import { settings } from '../../../../common/src/protocol/settings';
import * as messages from './messages';
import { createProblemCollection, type ClientProblem } from '../../vscode/windowViews';

/** The delay after a keystroke before files are looked up. */
const delayMs = 500;

export interface CurlFilesContext {
  readonly server: LanguageServer;
  /** The documents that the extension works on. */
  readonly selector: readonly DocumentFilter[];
}

/**
 * Reports files that cURL commands send (`-d @file`) and that do not exist next to the script. Only the client can
 * look them up.
 */
export function registerCurlFiles({ server, selector }: CurlFilesContext): vscode.Disposable {
  const schemes = selector.map(({ scheme }) => scheme);
  const problems = createProblemCollection('cloudElementsCurl', problemSource);
  const timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const check = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const files = await server.curlFiles(document).catch((): CurlFile[] => []);
    const missing = await Promise.all(files.map(async (file) => ((await exists(document, file)) ? [] : [file])));
    // The document may have changed or closed in the meantime.
    if (document.isClosed || document.version !== version) return;
    problems.set(document.uri, missing.flat().map(toProblem));
  };
  const checkSoon = (document: vscode.TextDocument, delay = delayMs): void => {
    // An unsaved script has no folder yet.
    if (!isCurlLanguage(document.languageId) || document.isUntitled || !schemes.includes(document.uri.scheme)) return;
    clearTimeout(timers.get(document));
    if (server.state() !== 'running') return;
    const timer = setTimeout(() => {
      timers.delete(document);
      void check(document);
    }, delay);
    timers.set(document, timer);
  };
  const checkAll = (): void => {
    for (const document of vscode.workspace.textDocuments) checkSoon(document, 0);
  };
  return vscode.Disposable.from(
    problems,
    server.onDidChangeState(checkAll),
    vscode.workspace.onDidOpenTextDocument((document) => {
      checkSoon(document, 0);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) checkSoon(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(timers.get(document));
      timers.delete(document);
      problems.delete(document.uri);
    }),
    vscode.workspace.onDidCreateFiles(checkAll),
    vscode.workspace.onDidDeleteFiles(checkAll),
    vscode.workspace.onDidRenameFiles(checkAll),
    vscode.workspace.onDidSaveTextDocument(checkAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.curl)) checkAll();
    }),
    {
      dispose: () => {
        timers.forEach((timer) => {
          clearTimeout(timer);
        });
      },
    },
  );
}

/** Also true for a path that is not looked up, because it is outside the script's folder and the open folders. */
async function exists(document: vscode.TextDocument, { path }: CurlFile): Promise<boolean> {
  const plain = path.replaceAll('\\', '/');
  if (plain.startsWith('~') || /^(?:\/|[A-Za-z]:)/.test(plain)) return true;
  const beside = vscode.Uri.joinPath(document.uri, '..', plain);
  const candidates = fileUris(plain, document.uri);
  if (typeof candidates === 'string' || !candidates.some((uri) => uri.toString() === beside.toString())) return true;
  try {
    await vscode.workspace.fs.stat(beside);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}

function toProblem({ path, range: { start, end } }: CurlFile): ClientProblem {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return { range, message: messages.noSuchFile(path), severity: 'warning' };
}

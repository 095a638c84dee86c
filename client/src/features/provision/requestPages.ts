import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import * as messages from './messages';
import type { RequestPages, RequestToRead } from '../../../../engine/src/provisioning/wholeRequest';
import { registerLenses, registerReadOnlyDocuments } from '../../vscode/windowViews';

const scheme = 'cloud-elements-request';
/** Only the code lenses of these pages run it. Its argument is the address of a page, which is random. */
const command = 'cloudElements.request.send';

interface Page {
  readonly request: RequestToRead;
  readonly answer: (sends: boolean) => void;
  /** Whether its tab is open, so that closing the tab can be noticed. */
  isOpen: boolean;
}

/**
 * Read-only documents of requests that a person has to confirm. Each has its own address and never changes, so a person reads
 * exactly what the question is about. A tab stays open as long as its question.
 */
export function createRequestPages(): RequestPages & { dispose(): void } {
  const pages = new Map<string, Page>();
  const changed = new vscode.EventEmitter<void>();
  const tabsOf = (uri: string) =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri);
  const textOf = (uri: vscode.Uri) => pages.get(uri.toString())?.request.text ?? messages.pageIsOver;
  const documents = registerReadOnlyDocuments(scheme, undefined, textOf);
  const registered = vscode.Disposable.from(
    changed,
    documents,
    registerLenses({ scheme }, changed.event, ({ uri, lineCount }) => {
      const page = pages.get(uri.toString());
      if (page === undefined) return [];
      // Below the comments at the top, and at the end. Not above the first line, which the editor may scroll out of view.
      const top = page.request.text.split('\n').indexOf('');
      return [Math.max(top, 0), lineCount - 1].map((line) => {
        return { line, icon: 'send', title: page.request.send, command, arguments: [uri.toString()] };
      });
    }),
    vscode.commands.registerCommand(command, (uri: unknown) => {
      if (typeof uri === 'string') pages.get(uri)?.answer(true);
    }),
    // VS Code may keep the document for minutes after its tab was closed.
    vscode.window.tabGroups.onDidChangeTabs(() => {
      for (const [uri, { isOpen, answer }] of pages) if (isOpen && tabsOf(uri).length === 0) answer(false);
    }),
  );
  return {
    open: async (request, answer) => {
      const name = vscode.Uri.parse(request.uri).path.split('/').at(-1) ?? '';
      const uri = documents.uri(messages.previewTitle(name), randomUUID());
      const page: Page = { request, answer, isOpen: false };
      pages.set(uri.toString(), page);
      const close = async () => {
        pages.delete(uri.toString());
        changed.fire();
        await vscode.window.tabGroups.close(tabsOf(uri.toString()), true);
      };
      try {
        const document = await vscode.workspace.openTextDocument(uri);
        // Not as a preview: the next opened file would replace it.
        await vscode.window.showTextDocument(document, { preview: false });
      } catch (error) {
        await close();
        throw error;
      }
      page.isOpen = true;
      return close;
    },
    dispose: () => {
      registered.dispose();
    },
  };
}

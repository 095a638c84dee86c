import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import * as messages from './messages';
import type { RequestPages, RequestToRead } from '../../../../engine/src/provisioning/wholeRequest';
import { registerLenses, registerReadOnlyDocuments } from '../../vscode/shown';

const scheme = 'cloud-elements-request';
/** Only the lines of these pages run it. What it takes is their address, which nobody can guess. */
const command = 'cloudElements.request.send';

interface Page {
  readonly request: RequestToRead;
  readonly answer: (sends: boolean) => void;
  /** Its tab can be looked for. */
  isShown: boolean;
}

/**
 * Read-only documents of requests that wait for a yes. Each has an address of its own, so none is ever renewed: what is
 * read is what was asked about. Its tab is there as long as its question.
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
      // Below the notes, and where one has read it. Not above the first line: the editor may leave that out of sight.
      const top = page.request.text.split('\n').indexOf('');
      return [Math.max(top, 0), lineCount - 1].map((line) => {
        return { line, icon: 'send', title: page.request.send, command, arguments: [uri.toString()] };
      });
    }),
    vscode.commands.registerCommand(command, (uri: unknown) => {
      if (typeof uri === 'string') pages.get(uri)?.answer(true);
    }),
    // The document itself may live on for minutes after its tab.
    vscode.window.tabGroups.onDidChangeTabs(() => {
      for (const [uri, { isShown, answer }] of pages) if (isShown && tabsOf(uri).length === 0) answer(false);
    }),
  );
  return {
    open: async (request, answer) => {
      const name = vscode.Uri.parse(request.uri).path.split('/').at(-1) ?? '';
      const uri = documents.uri(messages.previewTitle(name), randomUUID());
      const page: Page = { request, answer, isShown: false };
      pages.set(uri.toString(), page);
      const close = async () => {
        pages.delete(uri.toString());
        changed.fire();
        await vscode.window.tabGroups.close(tabsOf(uri.toString()), true);
      };
      try {
        const document = await vscode.workspace.openTextDocument(uri);
        // Not as a preview, whose place the next file takes that is looked at.
        await vscode.window.showTextDocument(document, { preview: false });
      } catch (error) {
        await close();
        throw error;
      }
      page.isShown = true;
      return close;
    },
    dispose: () => {
      registered.dispose();
    },
  };
}

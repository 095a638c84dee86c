import * as vscode from 'vscode';
import type { DocumentFilter } from './documentSelector';
import type { LanguageServer } from './languageServer';

/**
 * The language server, which loads its library with the first request. Every script activates the extension, most scripts have
 * nothing to do with the platform, and the library is most of the code to load.
 */
export function lazyLanguageServer(serverModule: string, selector: readonly DocumentFilter[]): LanguageServer {
  const changed = new vscode.EventEmitter<void>();
  let loaded: LanguageServer | undefined;
  let loading: Promise<LanguageServer> | undefined;
  const load = async (): Promise<LanguageServer> => {
    const { createLanguageServer } = await import('./languageClient');
    const created = createLanguageServer(serverModule, selector);
    created.onDidChangeState(() => {
      changed.fire();
    });
    loaded = created;
    return created;
  };
  const server = (): Promise<LanguageServer> => {
    loading ??= load();
    return loading;
  };
  return {
    start: async () => (await server()).start(),
    state: () => loaded?.state() ?? 'stopped',
    onDidChangeState: changed.event,
    check: async (text, uri) => (await server()).check(text, uri),
    readCurl: async (text) => (await server()).readCurl(text),
    curlFiles: async (document) => (await server()).curlFiles(document),
    repairPaste: async (paste, token) => (await server()).repairPaste(paste, token),
    dispose: async () => {
      changed.dispose();
      await (await loading)?.dispose();
    },
  };
}

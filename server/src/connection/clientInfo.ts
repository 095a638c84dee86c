import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { CompletionOptions } from '../features/completion';
import { foldersOf, objectOr } from './shapes';

/** What a client declares with `initialize`. Before that, it has no capabilities. */
export interface ClientInfo {
  start(params: InitializeParams): void;
  capabilities(): ClientCapabilities;
  /** URIs of its open folders. */
  folders(): readonly string[];
  /** True where it pulls diagnostics. */
  pulls(): boolean;
  /** True where it can be requested to pull again. */
  refreshes(): boolean;
  /** True where it links the code of a diagnostic to its explanation. */
  explains(): boolean;
  completion(): CompletionOptions;
}

export function createClientInfo(): ClientInfo {
  let capabilities: ClientCapabilities = {};
  let folders: readonly string[] = [];
  return {
    start(params) {
      capabilities = objectOr(params.capabilities, {});
      folders = foldersOf(params);
    },
    capabilities: () => capabilities,
    folders: () => folders,
    pulls: () => capabilities.textDocument?.diagnostic !== undefined,
    refreshes: () => capabilities.workspace?.diagnostics?.refreshSupport ?? false,
    explains: () => capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
    completion: () => {
      const { completionItem, completionList } = capabilities.textDocument?.completion ?? {};
      const defaults = completionList?.itemDefaults ?? [];
      return {
        snippets: completionItem?.snippetSupport ?? false,
        listDefaults: defaults.includes('editRange') && defaults.includes('insertTextFormat'),
      };
    },
  };
}

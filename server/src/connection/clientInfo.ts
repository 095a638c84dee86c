import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { CompletionOptions } from '../features/completion';
import { foldersOf, objectOr } from './shapes';

/** What a client says of itself with `initialize`. Before, it can do nothing. */
export interface ClientInfo {
  start(params: InitializeParams): void;
  capabilities(): ClientCapabilities;
  /** URIs of the folders that it has open. */
  folders(): readonly string[];
  /** True where it asks for diagnostics itself. */
  pulls(): boolean;
  /** True where it can be told to ask again. */
  refreshes(): boolean;
  /** True where it leads from the code of a diagnostic to its explanation. */
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

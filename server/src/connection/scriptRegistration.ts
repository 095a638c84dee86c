import {
  CodeActionRequest,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type CodeActionOptions,
  type CompletionOptions,
  type Connection,
  type DocumentSelector,
} from 'vscode-languageserver';
import { curlLanguages } from '../../../common/src/protocol/curl';

interface Offered {
  readonly completion: CompletionOptions;
  readonly codeActionKinds: CodeActionOptions['codeActionKinds'];
}

/**
 * Registers the features for files with cURL commands, because the static capabilities apply to instance files only.
 * Only features that the client can register dynamically. A client that rejects one still has instance files.
 */
export function registerForScripts(
  { client }: Connection,
  { textDocument }: ClientCapabilities,
  { completion, codeActionKinds }: Offered,
): void {
  const documentSelector: DocumentSelector = curlLanguages.map((language) => ({ language }));
  const register = (
    capability: { readonly dynamicRegistration?: boolean } | undefined,
    registration: () => Promise<unknown>,
  ): void => {
    if (capability?.dynamicRegistration) registration().catch(() => undefined);
  };
  const { synchronization, diagnostic, completion: completionCapability, hover, codeAction } = textDocument ?? {};
  if (!synchronization?.dynamicRegistration) return;
  register(synchronization, () => client.register(DidOpenTextDocumentNotification.type, { documentSelector }));
  register(synchronization, () =>
    client.register(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    }),
  );
  register(synchronization, () => client.register(DidCloseTextDocumentNotification.type, { documentSelector }));
  register(diagnostic, () =>
    client.register(DocumentDiagnosticRequest.type, {
      documentSelector,
      interFileDependencies: false,
      workspaceDiagnostics: false,
    }),
  );
  register(completionCapability, () => client.register(CompletionRequest.type, { documentSelector, ...completion }));
  register(hover, () => client.register(HoverRequest.type, { documentSelector }));
  register(codeAction, () =>
    client.register(CodeActionRequest.type, {
      documentSelector,
      ...(codeActionKinds ? { codeActionKinds } : {}),
    }),
  );
}

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
 * Offers for files with cURL commands what there is for those, and nothing else: what the server says of itself at the start
 * holds for the client's own documents. Only what the client takes at this time; one that refuses has requests all the same.
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

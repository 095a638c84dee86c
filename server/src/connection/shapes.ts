import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocuments,
} from 'vscode-languageserver';

/** Validates what comes from a client, because the library does not. Invalid notifications are dropped. */

/** The connection type of `TextDocuments`, which the library does not export. */
type TextDocumentConnection = Parameters<TextDocuments<{ readonly uri: string }>['listen']>[0];

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

const isPosition = (value: unknown): boolean => isObject(value) && isCount(value.line) && isCount(value.character);

const isRange = (value: unknown): boolean => isObject(value) && isPosition(value.start) && isPosition(value.end);

const isChange = (value: unknown): boolean =>
  isObject(value) && typeof value.text === 'string' && (value.range === undefined || isRange(value.range));

const documentOf = (params: unknown): Unknown => {
  const document = isObject(params) ? params.textDocument : undefined;
  return isObject(document) && typeof document.uri === 'string' ? document : {};
};

const isOpened = (params: unknown): params is DidOpenTextDocumentParams => {
  const { uri, languageId, version, text } = documentOf(params);
  return uri !== undefined && typeof languageId === 'string' && Number.isInteger(version) && typeof text === 'string';
};

const isChanged = (params: unknown): params is DidChangeTextDocumentParams => {
  const { uri, version } = documentOf(params);
  const changes = isObject(params) ? params.contentChanges : undefined;
  return uri !== undefined && Number.isInteger(version) && Array.isArray(changes) && changes.every(isChange);
};

const isClosed = (params: unknown): params is DidCloseTextDocumentParams => documentOf(params).uri !== undefined;

/**
 * A connection that drops invalid notifications about documents. Notifications of saving are not used.
 * @param onDropped Called with the method of each dropped notification.
 */
export function checkedDocuments(
  connection: TextDocumentConnection,
  onDropped: (method: string) => void,
): TextDocumentConnection {
  const checked =
    <Params>(
      method: string,
      isValid: (params: unknown) => params is Params,
      handle: (params: Params) => void | Promise<void>,
    ) =>
    (params: unknown): void | Promise<void> => {
      if (isValid(params)) return handle(params);
      onDropped(method);
    };
  const none = { dispose: () => undefined };
  return {
    onDidOpenTextDocument: (handle) => connection.onDidOpenTextDocument(checked('didOpen', isOpened, handle)),
    onDidChangeTextDocument: (handle) => connection.onDidChangeTextDocument(checked('didChange', isChanged, handle)),
    onDidCloseTextDocument: (handle) => connection.onDidCloseTextDocument(checked('didClose', isClosed, handle)),
    onWillSaveTextDocument: () => none,
    onWillSaveTextDocumentWaitUntil: () => none,
    onDidSaveTextDocument: () => none,
  };
}

/** URIs of the open folders of a client. */
export function foldersOf(params: unknown): string[] {
  if (!isObject(params)) return [];
  const folders: readonly unknown[] = Array.isArray(params.workspaceFolders)
    ? params.workspaceFolders
    : [{ uri: params.rootUri }];
  return folders.flatMap((folder) => (isObject(folder) && typeof folder.uri === 'string' ? folder.uri : []));
}

/** An object from a client, or the default where it sends none. */
export const objectOr = <T extends object>(value: T | null | undefined, otherwise: T): T =>
  isObject(value) ? value : otherwise;

/**
 * What client and server say to each other beside the Language Server Protocol.
 * Both sides import this file and nothing else of each other.
 */

/** Language id of the files this extension is for. */
export const languageId = 'cloud-elements-instance';

/** Request, client to server: judge this text as it would be sent. Params {@link CheckParams}, result {@link CheckResult}. */
export const checkRequest = 'cloudElements/check';

export interface CheckParams {
  /** The whole text of a document, in whatever language it is open. */
  readonly text: string;
  /** Of the document, for the settings that hold there. */
  readonly uri?: string;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface CheckedProblem {
  /** Stable code, such as `missing-entries`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
  /** True where the text cannot be sent at all: it is no JSON object, or names no element. */
  readonly blocking: boolean;
  /** For `missing-entries`: the names of those entries. */
  readonly entries?: readonly string[];
}

/** A value that the platform needs for the address of a provider's sign-in page. */
export interface SignInParameter {
  /** As the platform's call names it, such as `apiKey`. */
  readonly name: string;
  /** Entry of `configuration` that holds the value, where there is one. */
  readonly entry?: string;
  /** What to ask a person for where the request does not say, in the provider's words, such as "Client ID". */
  readonly label: string;
  /** What it is and where it is found, in a sentence or two. */
  readonly description?: string;
  readonly secret: boolean;
  /** False where the sign-in goes on without it: it is sent where the request has it, and nobody is asked. */
  readonly required: boolean;
}

/** How an instance of an element is signed in on the page of its provider. */
export interface SignIn {
  readonly flow: 'oauth2-code' | 'oauth1-token';
  /** In the order in which a person fills them in. Without those that the client makes: `state` and `requestToken`. */
  readonly parameters: readonly SignInParameter[];
  /** Names of the parameters that the call for an OAuth 1 token takes; empty with OAuth 2. */
  readonly tokenParameters: readonly string[];
  /** Members of `providerData` that the provider's redirect has to bring (for OAuth 1 without `secret`, which the token call gives). */
  readonly providerData: readonly string[];
}

export interface CheckResult {
  /** In the order of the text. */
  readonly problems: readonly CheckedProblem[];
  /** Value of `element.key`, where there is one. */
  readonly elementKey?: string;
  /** Name of the element as the catalog has it. */
  readonly elementName?: string;
  /** Value of `name`, where there is one. */
  readonly instanceName?: string;
  /**
   * Absent where the request needs no page of a provider: its way signs in directly, or it brings what the page gives;
   * and for an element the catalog does not know.
   */
  readonly signIn?: SignIn;
  /** Keys of all entries of `configuration`; empty where the catalog does not know the element. */
  readonly entries: readonly string[];
  /** Keys of the entries of `configuration` that hold secrets, as far as the catalog knows the element. */
  readonly secretEntries: readonly string[];
}

/**
 * Request, client to server: what is to be pasted into an open document. Params {@link RepairPasteParams}, result
 * string or null: the text with its look-alikes straightened, null where nothing needs repair.
 */
export const repairPasteRequest = 'cloudElements/repairPaste';

export interface RepairPasteParams {
  readonly textDocument: { readonly uri: string };
  /** What the pasted text takes the place of, in the document as it is. */
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
  readonly text: string;
}

/**
 * Command of the client: keeps a secret that is written in a file in the secret storage, and puts a reference to it in
 * its place. Offered to a client that has such a storage (`initializationOptions.secretStore`). Argument {@link MoveSecretParams}.
 */
export const moveSecretCommand = 'cloudElements.secret.move';

export interface MoveSecretParams {
  readonly uri: string;
  /** Of the text in its quotes, quotes included. What stands there is a string of JSON. */
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
  /** Of the document that the range is in. */
  readonly version: number;
  /** In `${secret:NAME}`. */
  readonly name: string;
}

/**
 * Request, server to client: this document only shares our file name and is no request to create an instance.
 * Params {@link NotARequestParams}, result boolean: true where the client lets go of the document (it becomes plain
 * JSON), false where its user has said that it stays, and the server is to treat it as any other.
 */
export const notARequestRequest = 'cloudElements/notARequest';

export interface NotARequestParams {
  readonly uri: string;
}

/**
 * Languages of files that may hold cURL commands. The server checks them only for a client that asks for it with
 * `initialize` (`initializationOptions.curl`), and says nothing about anything in them but those commands.
 */
export const curlLanguages = ['shellscript', 'markdown', 'powershell', 'bat'] as const;

/**
 * Request, client to server: what a cURL command says, without running it. Params {@link ReadCurlParams}, result
 * {@link ReadCurl}; null where the text holds no command that calls the platform.
 */
export const readCurlRequest = 'cloudElements/readCurl';

export interface ReadCurlParams {
  /** A cURL command of any shell, or a text with one in it; of several, the first counts. */
  readonly text: string;
}

export interface ReadCurl {
  /** The JSON of `-d`, mended as fix-all would; `$VARIABLES` and placeholders in it stay as they are. */
  readonly body?: string;
  readonly url?: string;
  /** Absent where it is a variable or a placeholder, as is the other. */
  readonly userSecret?: string;
  readonly organizationSecret?: string;
  /** The name of the file in `-d @file`. */
  readonly file?: string;
}

/**
 * Request, client to server: the files that the cURL commands of an open document send (`-d @file`). Params
 * {@link CurlFilesParams}, result a list of {@link CurlFile}; empty for a document that the server does not know.
 */
export const curlFilesRequest = 'cloudElements/curlFiles';

export interface CurlFilesParams {
  readonly textDocument: { readonly uri: string };
}

export interface CurlFile {
  /** As the command has it, without quotes and `@`; never `-` or one that holds a variable. */
  readonly path: string;
  /** Of the path, without `@`. */
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}

/**
 * True for a text that may hold a cURL command that calls the platform: all others are dismissed by this alone. An
 * address has `/elements/api-v2` in it, or ends in `/instances`.
 */
export const mentionsPlatform = (text: string): boolean =>
  (text.includes('/elements/api-v2') || text.includes('/instances')) && text.includes('curl');

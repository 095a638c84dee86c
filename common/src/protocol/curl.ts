// What client and server say of cURL commands.
import { apiPath } from '../platform/apiCall';
import type { TextRange } from './documents';

/**
 * Languages of files that may hold cURL commands. The server checks them only for a client that asks for it with
 * `initialize` (`initializationOptions.curl`), and says nothing about anything in them but those commands.
 */
export const curlLanguages = ['shellscript', 'markdown', 'powershell', 'bat'] as const;

/**
 * True for a text that may hold a cURL command that calls the platform: all others are dismissed by this alone. An
 * address has `/elements/api-v2` in it, or ends in `/instances`.
 */
export const mentionsPlatform = (text: string): boolean =>
  (text.includes(apiPath) || text.includes('/instances')) && text.includes('curl');

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
  /** The JSON of `-d`, fixed as fix-all would; `$VARIABLES` and placeholders in it stay as they are. */
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
  readonly range: TextRange;
}

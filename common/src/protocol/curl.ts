// The messages between client and server about cURL commands.
import { apiPath } from '../platform/apiCall';
import type { TextRange } from './documents';

/**
 * Languages of files that may contain cURL commands. The server checks them only for a client that requests it with
 * `initialize` (`initializationOptions.curl`), and reports problems of those commands only.
 */
export const curlLanguages = ['shellscript', 'markdown', 'powershell', 'bat'] as const;

/**
 * Whether a text may contain a cURL command that calls the platform: a fast check that rules out all other texts. An
 * address contains `/elements/api-v2` or ends in `/instances`.
 */
export const mentionsPlatform = (text: string): boolean =>
  (text.includes(apiPath) || text.includes('/instances')) && text.includes('curl');

/**
 * Request, client to server: read a cURL command without running it. Params {@link ReadCurlParams}, result
 * {@link ReadCurl}, or null if the text contains no command that calls the platform.
 */
export const readCurlRequest = 'cloudElements/readCurl';

export interface ReadCurlParams {
  /** A text with a cURL command for any shell. If there are several, the first is read. */
  readonly text: string;
}

export interface ReadCurl {
  /** The JSON of `-d` after fix-all. `$VARIABLES` and placeholders in it are unchanged. */
  readonly body?: string;
  readonly url?: string;
  /** Both secrets are absent if they are a variable or a placeholder. */
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
  /** The path in the command, without quotes and `@`; never `-` or a path with a variable. */
  readonly path: string;
  /** Range of the path, without `@`. */
  readonly range: TextRange;
}

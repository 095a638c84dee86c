// What client and server both need to know about documents, positions and ranges.

/** Language id of the files this extension is for. */
export const languageId = 'cloud-elements-instance';

/** The source of a problem, whether client or server found it. */
export const problemSource = 'Cloud Elements';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** A range in a document; `end` is exclusive. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/**
 * Request, server to client: this document only has our file name and is not a request to create an instance.
 * Params {@link NotARequestParams}, result boolean: true if the client changes its language to JSON, false if the user
 * has chosen to keep ours, so that the server handles it like any other document.
 */
export const notARequestRequest = 'cloudElements/notARequest';

export interface NotARequestParams {
  readonly uri: string;
}

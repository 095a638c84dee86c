// What client and server say of a document, and of places in one.

/** Language id of the files this extension is for. */
export const languageId = 'cloud-elements-instance';

/** What a problem names as its source, whichever side found it. */
export const problemSource = 'Cloud Elements';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** The end is not part of it. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
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

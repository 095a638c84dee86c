// The command of the client that the server offers where a secret is written out.
import type { TextRange } from './documents';

/**
 * Command of the client: keeps a secret that is written in a file in the secret storage, and puts a reference to it in
 * its place. Offered to a client that has such a storage (`initializationOptions.secretStore`). Argument {@link MoveSecretParams}.
 */
export const moveSecretCommand = 'cloudElements.secret.move';

export interface MoveSecretParams {
  readonly uri: string;
  /** Of the text in its quotes, quotes included. What stands there is a string of JSON. */
  readonly range: TextRange;
  /** Of the document that the range is in. */
  readonly version: number;
  /** In `${secret:NAME}`. */
  readonly name: string;
}

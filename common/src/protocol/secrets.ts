// The client's command that the server offers for a secret in plain text.
import type { TextRange } from './documents';

/**
 * Command of the client: stores a secret of a file in the secret storage, and replaces it by a reference. Offered to a
 * client that has a secret storage (`initializationOptions.secretStore`). Argument {@link MoveSecretParams}.
 */
export const moveSecretCommand = 'cloudElements.secret.move';

export interface MoveSecretParams {
  readonly uri: string;
  /** Range of the JSON string, including its quotes. */
  readonly range: TextRange;
  /** Version of the document that the range refers to. */
  readonly version: number;
  /** The NAME in `${secret:NAME}`. */
  readonly name: string;
}

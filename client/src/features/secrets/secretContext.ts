import type { FileSecrets } from '../../../../engine/src/accounts/fileSecrets';
import type { Ui } from '../../../../engine/src/ui';
import type { EditorDocuments } from '../../vscode/editorDocument';
import type { CheckText } from '../../vscode/languageServer';
import type { AccountFlows } from '../accounts';
import type { CatalogElement } from '../editing';

/** What is used by whoever picks one of the secrets of files. */
export interface SecretContext extends Pick<AccountFlows, 'requireAccount'> {
  readonly ui: Ui;
  readonly fileSecrets: FileSecrets;
}

/** What storing a secret needs as well. */
export interface KeepContext extends SecretContext, Pick<AccountFlows, 'requireStillThere'> {
  readonly check: CheckText;
  readonly documents: EditorDocuments;
  /** Lets a person pick an element of the catalog. Throws `Cancelled`, or a `UserFacingError` where there is no catalog. */
  readonly pickElement: (title: string) => Promise<CatalogElement>;
}

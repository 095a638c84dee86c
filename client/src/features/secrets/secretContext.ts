import type { FileSecrets } from '../../../../engine/src/accounts/fileSecrets';
import type { Ui } from '../../../../engine/src/ui';
import type { EditorDocuments } from '../../vscode/editorDocument';
import type { CheckText } from '../../vscode/languageServer';
import type { AccountFlows } from '../accounts';
import type { CatalogElement } from '../editing';

/** What selecting a secret of a file needs. */
export interface SecretContext extends Pick<AccountFlows, 'requireAccount'> {
  readonly ui: Ui;
  readonly fileSecrets: FileSecrets;
}

/** What storing a secret also needs. */
export interface StoreSecretContext extends SecretContext, Pick<AccountFlows, 'requireExistingAccount'> {
  readonly check: CheckText;
  readonly documents: EditorDocuments;
  /** Lets a person select an element. Throws `Cancelled`, or a `UserFacingError` where the catalog cannot be read. */
  readonly pickElement: (title: string) => Promise<CatalogElement>;
}

import type { Accounts } from '../../../../engine/src/accounts/accounts';
import type { Consents } from '../../../../engine/src/provisioning/consents';
import type { FileSecrets } from '../../../../engine/src/accounts/fileSecrets';
import type { Tokens } from '../../../../engine/src/accounts/tokens';
import type { Http } from '../../../../engine/src/platform/http';
import type { CreationRecords } from '../../../../engine/src/provisioning/records';
import type { Ui } from '../../../../engine/src/ui';

/** What adding, selecting and checking an account need. */
export interface AccountContext {
  readonly ui: Ui;
  readonly http: Http;
  readonly accounts: Accounts;
}

/** What editing and removing an account also need: everything that is stored for an account besides its secrets. */
export interface AccountStoreContext extends AccountContext {
  readonly tokens: Tokens;
  readonly fileSecrets: FileSecrets;
  readonly consents: Consents;
  readonly records: CreationRecords;
}

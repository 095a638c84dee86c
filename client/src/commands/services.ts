import type { Accounts } from '../accounts/accounts';
import type { FileSecrets } from '../accounts/fileSecrets';
import type { Tokens } from '../accounts/tokens';
import type { Log } from '../log';
import type { Http } from '../platform/http';
import type { LastResponse } from '../provisioning/lastResponse';
import type { Source } from '../provisioning/approve';
import type { Ui } from '../ui';
import type { WindowFacts } from './supportText';

/** All that commands share. Built once, in extension.ts. */
export interface Services {
  readonly ui: Ui;
  readonly log: Log;
  readonly http: Http;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly fileSecrets: FileSecrets;
  readonly lastResponse: LastResponse;
  readonly provision: (source: Source) => Promise<void>;
  readonly showResponse: () => Promise<void>;
  /** Text of a file of the extension, by its path from the extension's root. */
  readonly readOwnFile: (path: string) => Promise<string>;
  readonly windowFacts: () => WindowFacts;
}

/** What the commands on accounts use of them. */
export type AccountServices = Pick<Services, 'ui' | 'http' | 'accounts'>;

import type { ReadCurl } from '../../../common/src/protocol/curl';
import type { Accounts } from '../../../engine/src/accounts/accounts';
import type { FileSecrets } from '../../../engine/src/accounts/fileSecrets';
import type { Tokens } from '../../../engine/src/accounts/tokens';
import type { Log } from '../vscode/log';
import type { Http } from '../../../engine/src/platform/http';
import type { Consents } from '../../../engine/src/provisioning/consents';
import type { CreationRecords } from '../../../engine/src/provisioning/records';
import type { LastResponse } from '../../../engine/src/provisioning/outcome/lastResponse';
import type { ProvisionContext, Source } from '../../../engine/src/provisioning/provisionContext';
import type { OpenTexts } from '../vscode/openTexts';
import type { Ui } from '../../../engine/src/ui';
import type { CurlWindow } from '../vscode/curlWindow';
import type { WindowFacts } from '../features/support/supportText';

/** All that commands share. Built once, in extension.ts. */
export interface Services {
  readonly ui: Ui;
  readonly log: Log;
  readonly http: Http;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly fileSecrets: FileSecrets;
  readonly consents: Consents;
  readonly records: CreationRecords;
  readonly lastResponse: LastResponse;
  readonly check: ProvisionContext['check'];
  /** Asks the language server to read a cURL command; null where there is none. Rejects where it does not answer. */
  readonly readCurl: (text: string) => Promise<ReadCurl | null>;
  readonly openTexts: OpenTexts;
  readonly curlWindow: CurlWindow;
  readonly provision: (source: Source) => Promise<void>;
  /** Opens a document of what a file would send. Throws a `Refusal`. */
  readonly preview: (source: Source) => Promise<void>;
  readonly showResponse: () => Promise<void>;
  /** Text of a file of the extension, by its path from the extension's root. */
  readonly readOwnFile: (path: string) => Promise<string>;
  readonly windowFacts: () => WindowFacts;
}

/** What the commands on accounts use of them. */
export type AccountServices = Pick<Services, 'ui' | 'http' | 'accounts'>;

/** What the commands on the secrets of files use of them. */
export type SecretServices = AccountServices & Pick<Services, 'fileSecrets' | 'check' | 'openTexts' | 'readOwnFile'>;

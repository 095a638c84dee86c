import type { CheckedProblem, CheckResult } from '../../../common/src/protocol/checking';
import type { Account, CurrentAccount } from '../accounts/accounts';
import type { FileSecrets } from '../accounts/fileSecrets';
import type { Tokens } from '../accounts/tokens';
import type { Access } from '../platform/access';
import type { Http } from '../platform/http';
import type { Ui } from '../ui';
import type { Consents } from './consents';
import type { Lock } from './lock';
import type { LastResponse } from './outcome/lastResponse';
import type { LocatedFailure } from './outcome/locateFailure';
import type { CreationRecords } from './records';
import type { Parameters, UsedAnswers } from './signIn/redirect';
import type { RunningSignIns } from './signIn/runningSignIns';
import type { WholeRequests } from './wholeRequest';

/** A document that is open in the editor, as provisioning reads it. */
export interface EditorDocument {
  /** Identifies the document across all windows. */
  readonly name: string;
  /** URI of the document, to look up the settings that apply to it. */
  readonly uri: string;
  /** The complete text as the editor shows it. */
  text(): string;
  goTo(range: CheckedProblem['range']): Promise<void>;
}

/** What a sign-in needs from VS Code: the browser, and redirects from it. */
export interface Browser {
  /** Address that leads to this extension, such as `vscode://publisher.name`. */
  readonly editorAddress: string;
  /** Opens an address unchanged. Resolves to false if the person declined or the system failed to open it. */
  open(url: string): Promise<boolean>;
  /** Whether the browser reaches this window at an unchanged address of this computer or of the editor. */
  reaches(address: string): Promise<boolean>;
  /**
   * Calls `accept` with each redirect to the editor until the returned function is called. `accept` returns whether the
   * redirect is the expected one.
   */
  onRedirect(accept: (parameters: Parameters) => boolean): () => void;
}

/** Everything that provisioning depends on: the UI, the stores, the server and the platform. */
export interface ProvisionContext {
  readonly ui: Ui;
  readonly wholeRequests: WholeRequests;
  /** Shows these problems of a document instead of those shown before, until its next edit. */
  readonly showProblems: (source: EditorDocument, problems: readonly LocatedFailure[]) => void;
  readonly lastResponse: LastResponse;
  readonly showResponse: () => Promise<void>;

  /** The account in use with its secrets; asks for what is missing. Throws `Cancelled`. */
  readonly requireAccess: () => Promise<{ account: Account; access: Access }>;
  readonly currentAccount: CurrentAccount;
  /** Asks for an account's secrets again. Throws `Cancelled`. */
  readonly enterSecrets: (account: Account) => Promise<void>;
  readonly tokens: Tokens;
  readonly fileSecrets: FileSecrets;
  readonly consents: Consents;
  readonly records: CreationRecords;
  readonly lock: Lock;

  /** Asks the language server to check a text of the document `uri`. Throws if the server does not answer. */
  readonly check: (text: string, uri: string) => Promise<CheckResult>;
  readonly http: Http;
  /** Value of an environment variable. */
  readonly environment: (name: string) => string | undefined;

  readonly browser: Browser;
  readonly usedAnswers: UsedAnswers;
  readonly runningSignIns: RunningSignIns;

  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after that many milliseconds, or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Logs a step for troubleshooting. Callers never pass a URL or a code. */
  readonly trace: (step: string) => void;
}

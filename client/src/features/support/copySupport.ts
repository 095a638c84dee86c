import * as messages from './messages';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import type { LastResponse } from '../../../../engine/src/provisioning/outcome/lastResponse';
import type { Ui } from '../../../../engine/src/ui';
import type { Log } from '../../vscode/log';
import type { WindowFacts } from '../../vscode/windowFacts';
import { supportText } from './supportText';

/** What the diagnostics contain. */
export interface SupportContext {
  readonly ui: Ui;
  readonly accounts: Accounts;
  readonly lastResponse: LastResponse;
  readonly log: Log;
  readonly windowFacts: () => WindowFacts;
}

/** Copy Diagnostics for Support: copies what support needs, without secrets and names. */
export async function copySupport(context: SupportContext): Promise<void> {
  const { ui, accounts, lastResponse, log, windowFacts } = context;
  const inUse = accounts.active();
  // The secret storage may fail, and the failure may be why a person asks for support.
  const access = inUse && (await accounts.access(inUse).catch(() => undefined));
  const text = supportText({
    window: windowFacts(),
    accounts: accounts.list(),
    inUse,
    hasSecrets: access !== undefined,
    failure: lastResponse.failure(),
    hasSteps: log.hasSteps(),
    lines: log.lines(),
  });
  await ui.copy(text);
  await ui.show({ tone: 'info', text: messages.supportCopied });
}

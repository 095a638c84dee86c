import { randomUUID } from 'node:crypto';
import type { ReadCurl } from '../../../../common/src/protocol/curl';
import type { Account, AccountSecrets } from '../../../../engine/src/accounts/accounts';
import { secretProblem } from '../../../../engine/src/platform/access';
import * as messages from './messages';
import { normaliseBaseUrl } from '../../../../common/src/platform/baseUrl';
import { endpointOf } from '../../../../common/src/platform/regions';
import { UserFacingError } from '../../../../engine/src/ui';
import { tryAccount } from './enterSecrets';
import { labelProblem } from './labels';
import type { AccountContext } from './accountContext';

/**
 * Offers to store the two secrets of a command in a new account. The author of the command owns the organization that the
 * secrets lead to. So nothing switches to that account, no other account changes, and a person types its name without a
 * suggestion. Shows nothing for a command without both secrets, or for secrets that are already stored for its host.
 * @param title Title of the command that asks.
 * @throws `Cancelled`, or a `UserFacingError`.
 */
export async function offerToAddAccount(context: AccountContext, title: string, command: ReadCurl): Promise<void> {
  const { ui, accounts } = context;
  const { url, userSecret, organizationSecret } = command;
  if (url === undefined || userSecret === undefined || organizationSecret === undefined) return;
  const secrets: AccountSecrets = { userSecret, organizationSecret };
  const base = normaliseBaseUrl(url);
  const unusable = [userSecret, organizationSecret].map(secretProblem).find((problem) => problem !== undefined);
  if (!('url' in base) || unusable !== undefined) {
    const why =
      'url' in base ? messages.secretProblems[unusable ?? 'empty'] : messages.baseUrlProblem(base.problem, base.host);
    await ui.show({ tone: 'warning', text: messages.secretsUnusable(why) });
    return;
  }
  if (await areStored(context, base.url, secrets)) return;
  const endpoint = endpointOf(base.url);
  const { host, kind, region, isLocal } = endpoint;
  const address = messages.describeAddress(endpoint, base.page);
  const detail = messages.confirmStoreDetail(address, region !== undefined || isLocal);
  const question = { tone: 'warning', text: messages.confirmStore(host), detail, modal: true } as const;
  if ((await ui.show(question, messages.buttons.storeSecrets)) === undefined) return;
  const label = await ui.ask({
    title,
    prompt: messages.askLabelAt(address),
    validate: (text) => labelProblem(accounts, text),
  });
  const account: Account = { id: randomUUID(), label: label.trim(), baseUrl: base.url, kind, confirms: true };
  await accounts.addUnused(account, secrets).catch(() => {
    throw new UserFacingError(messages.accountNotAdded);
  });
  const works = await tryAccount(context, account);
  await ui.show({ tone: 'info', text: messages.accountStored(account.label, works, accounts.active()?.label) });
}

/** Whether an account with this base URL has these secrets. */
async function areStored({ accounts }: AccountContext, baseUrl: string, secrets: AccountSecrets): Promise<boolean> {
  for (const account of accounts.list().filter((one) => one.baseUrl === baseUrl)) {
    const stored = await accounts.access(account).catch(() => undefined);
    if (stored?.userSecret === secrets.userSecret && stored.organizationSecret === secrets.organizationSecret)
      return true;
  }
  return false;
}

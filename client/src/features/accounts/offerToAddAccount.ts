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
 * Offers to keep the two secrets of a command in an account of their own. Whoever wrote the command owns the organization
 * that they lead to: so nothing switches to that account, no other account changes, and it has the name that a person types,
 * whom none is suggested. Says nothing of a command without both secrets, or of secrets that are kept for its host already.
 * `title` is that of the command that asks. Throws `Cancelled`, or a `UserFacingError`.
 */
export async function offerToAddAccount(context: AccountContext, title: string, command: ReadCurl): Promise<void> {
  const { ui, accounts } = context;
  const { url, userSecret, organizationSecret } = command;
  if (url === undefined || userSecret === undefined || organizationSecret === undefined) return;
  const secrets: AccountSecrets = { userSecret, organizationSecret };
  const base = normaliseBaseUrl(url);
  const unfit = [userSecret, organizationSecret].map(secretProblem).find((problem) => problem !== undefined);
  if (!('url' in base) || unfit !== undefined) {
    const why =
      'url' in base ? messages.secretProblems[unfit ?? 'empty'] : messages.baseUrlProblem(base.problem, base.host);
    await ui.show({ tone: 'warning', text: messages.secretsUnfit(why) });
    return;
  }
  if (await areStored(context, base.url, secrets)) return;
  const place = endpointOf(base.url);
  const words = messages.describePlace(place, base.page);
  const detail = messages.confirmKeepDetail(words, place.region !== undefined || place.isLocal);
  const question = { tone: 'warning', text: messages.confirmKeep(place.host), detail, modal: true } as const;
  if ((await ui.show(question, messages.buttons.keepSecrets)) === undefined) return;
  const label = await ui.ask({
    title,
    prompt: messages.askLabelAt(words),
    validate: (text) => labelProblem(accounts, text),
  });
  const { kind } = place;
  const account: Account = { id: randomUUID(), label: label.trim(), baseUrl: base.url, kind, confirms: true };
  await accounts.addUnused(account, secrets).catch(() => {
    throw new UserFacingError(messages.accountNotAdded);
  });
  const works = await tryAccount(context, account);
  await ui.show({ tone: 'info', text: messages.accountStored(account.label, works, accounts.active()?.label) });
}

/** Whether an account at this address has these secrets. */
async function areStored({ accounts }: AccountContext, baseUrl: string, secrets: AccountSecrets): Promise<boolean> {
  for (const account of accounts.list().filter((one) => one.baseUrl === baseUrl)) {
    const kept = await accounts.access(account).catch(() => undefined);
    if (kept?.userSecret === secrets.userSecret && kept.organizationSecret === secrets.organizationSecret) return true;
  }
  return false;
}

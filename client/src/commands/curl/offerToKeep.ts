import type { ReadCurl } from '../../../../server/src/protocol';
import type { Account, AccountSecrets } from '../../accounts/accounts';
import { isSandbox } from '../../accounts/sandbox';
import { secretProblem } from '../../accounts/secretRules';
import * as messages from '../../messages';
import { normaliseBaseUrl } from '../../platform/baseUrl';
import { regions } from '../../platform/regions';
import { addAccountAt } from '../account/addAccount';
import { enterSecrets } from '../account/enterSecrets';
import type { AccountServices } from '../services';

/**
 * Offers to keep the two secrets of a command, for an account at its host: a new one, or one that is there. Says nothing
 * of a command without both, or of secrets that are kept there already. Throws `Cancelled`.
 */
export async function offerToKeep(services: AccountServices, command: ReadCurl): Promise<void> {
  const { ui, accounts } = services;
  const { url, userSecret, organizationSecret } = command;
  if (url === undefined || userSecret === undefined || organizationSecret === undefined) return;
  const secrets: AccountSecrets = { userSecret, organizationSecret };
  const base = normaliseBaseUrl(originOf(url));
  const unfit = [userSecret, organizationSecret].map(secretProblem).find((problem) => problem !== undefined);
  if (!('url' in base) || unfit !== undefined) {
    const why =
      'url' in base ? messages.secretProblems[unfit ?? 'empty'] : messages.baseUrlProblem(base.problem, base.host);
    await ui.tell({ tone: 'warning', text: messages.curlSecretsUnfit(why) });
    return;
  }
  const { origin, host } = new URL(base.url);
  const there = accounts.list().filter(({ baseUrl }) => new URL(baseUrl).origin === origin);
  for (const account of there) {
    const kept = await accounts.access(account).catch(() => undefined);
    if (kept?.userSecret === userSecret && kept.organizationSecret === organizationSecret) return;
  }
  const detail = messages.confirmKeepDetail(regions.some((region) => region.host === host));
  const question = { tone: 'warning', text: messages.confirmKeep(host), detail, modal: true } as const;
  if ((await ui.tell(question, messages.buttons.keepSecrets)) === undefined) return;
  const account = await pickAmong(
    services,
    there.filter((one) => !isSandbox(one)),
  );
  if (account === undefined) await addAccountAt(services, base.url, secrets);
  else await enterSecrets(services, account, secrets);
}

/** One of the accounts that are there, or undefined for a new one. */
async function pickAmong({ ui }: AccountServices, there: readonly Account[]): Promise<Account | undefined> {
  if (there.length === 0) return undefined;
  const rows = there.map((account) => ({
    label: account.label,
    detail: messages.getsSecrets,
    dot: account.color ?? ('none' as const),
    value: account,
  }));
  const adding = { label: messages.buttons.addAccount, icon: 'add' as const, value: undefined };
  return ui.pick<Account | undefined>(messages.titles.createFromCurl, messages.keepForWhich, [...rows, adding]);
}

/** What an account's address is read from. An address that is none is left to be refused. */
function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
}

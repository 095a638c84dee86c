import { randomUUID } from 'node:crypto';
import type { Account } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import { normaliseBaseUrl } from '../../../../common/src/platform/baseUrl';
import { endpointOf, regions } from '../../../../common/src/platform/regions';
import { UserFacingError } from '../../../../engine/src/ui';
import { askSecrets, tryAccount } from './enterSecrets';
import { freeLabel, labelProblem } from './labels';
import type { AccountContext } from './accountContext';

const { addAccount: title } = messages.titles;

/**
 * Add Account: asks for region or base URL, name and two secrets, then asks the platform once whether the secrets work.
 * Throws `Cancelled`, or a `UserFacingError`.
 */
export async function addAccount(context: AccountContext): Promise<Account> {
  const { ui, accounts } = context;
  const { url: baseUrl, page } = await askBaseUrl(context);
  const endpoint = endpointOf(baseUrl);
  const label = await ui.ask({
    title,
    // A person sees where the secrets will go before entering them.
    prompt: messages.askLabelAt(messages.describeAddress(endpoint, page)),
    value: freeLabel(accounts, endpoint.region ?? endpoint.host),
    validate: (text) => labelProblem(accounts, text),
  });
  const { kind } = endpoint;
  const account: Account = { id: randomUUID(), label: label.trim(), baseUrl, kind, confirms: true };
  const secrets = await askSecrets(ui, account);
  await accounts.add(account, secrets).catch(() => {
    throw new UserFacingError(messages.accountNotAdded);
  });
  if (await tryAccount(context, account)) ui.flash(messages.accountAdded(account.label));
  return account;
}

async function askBaseUrl({ ui }: AccountContext): Promise<{ readonly url: string; readonly page?: string }> {
  const choices = [
    ...regions.map(({ label, host, kind }) => ({ label, description: messages.regionLine(host, kind), value: host })),
    { label: messages.otherBaseUrl, detail: messages.otherBaseUrlDetail, value: undefined },
  ];
  const problemOf = (text: string) => {
    const result = normaliseBaseUrl(text);
    return 'url' in result ? undefined : messages.baseUrlProblem(result.problem, result.host);
  };
  const text =
    (await ui.pick(title, messages.pickRegion, choices)) ??
    (await ui.ask({ title, prompt: messages.askBaseUrl, placeHolder: 'https://', validate: problemOf }));
  const result = normaliseBaseUrl(text);
  if (!('url' in result)) throw new UserFacingError(messages.baseUrlProblem(result.problem, result.host));
  return result;
}

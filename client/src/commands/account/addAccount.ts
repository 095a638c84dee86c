import { randomUUID } from 'node:crypto';
import type { Account, AccountSecrets } from '../../accounts/accounts';
import * as messages from '../../messages';
import { normaliseBaseUrl } from '../../platform/baseUrl';
import { kindOf, regions } from '../../platform/regions';
import { Refusal } from '../../ui';
import { askSecrets, tryAccount } from './enterSecrets';
import { freeLabel, labelProblem } from './labels';
import type { AccountServices } from '../services';

const { addAccount: title } = messages.titles;

/** Add Account: region or address, name, two secrets; then asks the platform once whether they are right. */
export async function addAccount(services: AccountServices): Promise<Account> {
  const choices = [
    ...regions.map(({ label, host }) => ({ label, description: host, value: host })),
    { label: messages.freeUrl, detail: messages.freeUrlDetail, value: undefined },
  ];
  const host = await services.ui.pick(title, messages.pickRegion, choices);
  return addAccountAt(services, await settleBaseUrl(services, host));
}

/** The same from the name on, for a base URL that is known. Secrets that are given are not asked for. */
export async function addAccountAt(
  services: AccountServices,
  baseUrl: string,
  given?: AccountSecrets,
): Promise<Account> {
  const { ui, accounts } = services;
  const { host } = new URL(baseUrl);
  const label = await ui.ask({
    title,
    prompt: messages.askLabel,
    value: freeLabel(accounts, regions.find((region) => region.host === host)?.label ?? host),
    validate: (text) => labelProblem(accounts, text),
  });
  const account: Account = { id: randomUUID(), label: label.trim(), baseUrl, kind: kindOf(baseUrl), confirms: true };
  const secrets = given ?? (await askSecrets(ui, account));
  await accounts.add(account, secrets).catch(() => {
    throw new Refusal(messages.accountNotAdded);
  });
  if (await tryAccount(services, account)) ui.flash(messages.accountAdded(account.label));
  return account;
}

async function settleBaseUrl({ ui }: AccountServices, host: string | undefined): Promise<string> {
  const problemOf = (text: string) => {
    const result = normaliseBaseUrl(text);
    return 'url' in result ? undefined : messages.baseUrlProblem(result.problem, result.host);
  };
  const text =
    host ?? (await ui.ask({ title, prompt: messages.askBaseUrl, placeHolder: 'https://', validate: problemOf }));
  const result = normaliseBaseUrl(text);
  if (!('url' in result)) throw new Refusal(messages.baseUrlProblem(result.problem, result.host));
  return result.url;
}

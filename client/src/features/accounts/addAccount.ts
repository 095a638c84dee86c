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

/** Add Account: region or address, name, two secrets; then asks the platform once whether they are right. */
export async function addAccount(context: AccountContext): Promise<Account> {
  const { ui, accounts } = context;
  const { url: baseUrl, page } = await askBaseUrl(context);
  const place = endpointOf(baseUrl);
  const label = await ui.ask({
    title,
    // Before any secret is asked for, a person has seen where it goes.
    prompt: messages.askLabelAt(messages.describePlace(place, page)),
    value: freeLabel(accounts, place.region ?? place.host),
    validate: (text) => labelProblem(accounts, text),
  });
  const account: Account = { id: randomUUID(), label: label.trim(), baseUrl, kind: place.kind, confirms: true };
  const secrets = await askSecrets(ui, account);
  await accounts.add(account, secrets).catch(() => {
    throw new UserFacingError(messages.accountNotAdded);
  });
  if (await tryAccount(context, account)) ui.flash(messages.accountAdded(account.label));
  return account;
}

async function askBaseUrl({ ui }: AccountContext): Promise<{ readonly url: string; readonly page?: string }> {
  const choices = [
    ...regions.map(({ label, host, kind }) => ({ label, description: `${host} · ${kind}`, value: host })),
    { label: messages.freeUrl, detail: messages.freeUrlDetail, value: undefined },
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

import { randomUUID } from 'node:crypto';
import type { Account, AccountSecrets } from '../accounts/accounts';
import { secretProblem } from '../accounts/secretRules';
import * as messages from '../messages';
import { normaliseBaseUrl } from '../platform/baseUrl';
import { checkAccess } from '../platform/instances';
import { kindOf, regions } from '../platform/regions';
import { Cancelled, Refusal } from '../ui';
import type { AccountServices } from './services';

const { addAccount: title } = messages.titles;

/** Add Account: region or address, name, two secrets; then asks the platform once whether they are right. */
export async function addAccount(services: AccountServices): Promise<Account> {
  const { ui, accounts } = services;
  const choices = [
    ...regions.map(({ label, host }) => ({ label, description: host, value: { label, host } })),
    { label: messages.freeUrl, detail: messages.freeUrlDetail, value: undefined },
  ];
  const region = await ui.pick(title, messages.pickRegion, choices);
  const baseUrl = await settleBaseUrl(services, region?.host);
  const { host } = new URL(baseUrl);
  const taken = new Set(accounts.list().map(({ label }) => label));
  const label = await ui.ask({
    title,
    prompt: messages.askLabel,
    value: freeLabel(region?.label ?? host, taken),
    validate: (text) => {
      if (text.trim() === '') return messages.labelEmpty;
      return taken.has(text.trim()) ? messages.labelTaken : undefined;
    },
  });
  const account: Account = { id: randomUUID(), label: label.trim(), baseUrl, kind: kindOf(baseUrl), confirms: true };
  const secrets = await askSecrets(services, account);
  await accounts.add(account, secrets).catch(() => {
    throw new Refusal(messages.secretsNotKept);
  });
  await tryAccount(services, account);
  return account;
}

/** Asks for the secrets of an account anew, stores them and tries them. */
export async function enterSecrets(services: AccountServices, account: Account): Promise<void> {
  const secrets = await askSecrets(services, account);
  await services.accounts.storeSecrets(account, secrets).catch(() => {
    throw new Refusal(messages.secretsNotKept);
  });
  await tryAccount(services, account);
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

async function askSecrets({ ui }: AccountServices, account: Account): Promise<AccountSecrets> {
  const { host } = new URL(account.baseUrl);
  const ask = async (prompt: string) => {
    const text = await ui.ask({
      title: account.label,
      prompt,
      placeHolder: messages.secretPlace,
      password: true,
      validate: (value) => {
        const problem = secretProblem(value.trim());
        return problem === undefined ? undefined : messages.secretProblems[problem];
      },
    });
    return text.trim();
  };
  const userSecret = await ask(messages.askUserSecret(host));
  const organizationSecret = await ask(messages.askOrganizationSecret(host));
  return { userSecret, organizationSecret };
}

/** One cheap call. Secrets that are refused can be entered again; any other failure says nothing against them. */
async function tryAccount(services: AccountServices, account: Account): Promise<void> {
  const { ui, http, accounts } = services;
  const access = await accounts.access(account);
  if (access === undefined) throw new Refusal(messages.secretsGone(account.label));
  const check = (signal: AbortSignal) => checkAccess(http, access, signal);
  const trouble = await ui.progress(messages.checkingAccount(account.label), check, 'status');
  if (trouble === undefined) {
    ui.flash(messages.accountAdded(account.label));
    return;
  }
  const why = messages.troubleWords(trouble, account.label);
  if (trouble.cause !== 'unauthorized') {
    await ui.tell({ tone: 'warning', text: messages.accountUnchecked(account.label, why) });
    return;
  }
  const pressed = await ui.tell({ tone: 'error', text: why }, messages.buttons.enterSecrets);
  // Whatever was waiting for the account must not go on with secrets that are known to be wrong.
  if (pressed === undefined) throw new Cancelled();
  await enterSecrets(services, account);
}

function freeLabel(label: string, taken: ReadonlySet<string>): string {
  let free = label;
  for (let count = 2; taken.has(free); count++) free = `${label} ${count}`;
  return free;
}

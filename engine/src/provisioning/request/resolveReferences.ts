import { referencesIn, type Reference } from '../../../../common/src/text/references';
import type { Account } from '../../accounts/accounts';
import { fileSecretEntry } from '../../accounts/fileSecrets';
import { UserFacingError } from '../../ui';
import type { CheckedRequest } from '../checkRequest';
import type { ProvisionContext } from '../provisionContext';
import { buildBody } from './buildBody';
import { referencesOf, type Values } from './referringTexts';
import type { RequestDocument } from './requestDocument';
import { accountGoneUnsent, referenceAsElementDetail, referenceAsElement } from '../messages';
import * as messages from './messages';

/** A request with the values of its references. In memory only, and only while it is sent. */
export interface ResolvedRequest {
  readonly document: RequestDocument;
  /** What was put in for its references. */
  readonly values: Values;
}

/**
 * Puts the values of its references into a request. Returns undefined if one cannot be resolved, after showing why.
 * Throws `Cancelled` if the person closes the question for a secret. A request without references stays as it is.
 */
export async function resolveReferences(
  context: ProvisionContext,
  account: Account,
  request: CheckedRequest,
): Promise<ResolvedRequest | undefined> {
  const { document, secretEntries } = request;
  const { values, missing } = await lookUpReferences(context, account, document);
  const { ui } = context;
  const refuse = (text: string, detail: string) => ui.show({ tone: 'error', text, detail, modal: true });
  // Looking for the instance afterwards, and the names of secrets, go by this key.
  if (referencesIn(document.elementKey).length > 0) {
    await refuse(referenceAsElement, referenceAsElementDetail);
    return undefined;
  }
  const variables = missing.filter(({ store }) => store === 'env').map(({ name }) => name);
  if (variables.length > 0) {
    await refuse(messages.variablesMissing(variables.length), messages.variablesMissingDetail(variables));
    return undefined;
  }
  for (const reference of missing) values.set(reference.text, await askSecret(context, account, request, reference));
  if (values.size === 0) return { document, values };
  return { document: buildBody(document, values, secretEntries).body, values };
}

/**
 * The values of a request's references that are known, by their texts, and the references whose values are not: variables
 * that are not set or empty, and secrets that are not kept for this account and element. Without an account none are.
 */
export async function lookUpReferences(
  { fileSecrets, environment }: Pick<ProvisionContext, 'fileSecrets' | 'environment'>,
  account: Account | undefined,
  request: RequestDocument,
): Promise<{ values: Map<string, string>; missing: readonly Reference[] }> {
  const values = new Map<string, string>();
  const missing: Reference[] = [];
  for (const reference of referencesOf(request)) {
    const { store, name, text } = reference;
    const kept = async () => account && fileSecrets.read(fileSecretEntry(account, request.elementKey, name));
    const value = (store === 'env' ? environment(name) : await kept()) ?? '';
    if (value === '') missing.push(reference);
    else values.set(text, value);
  }
  return { values, missing };
}

async function askSecret(
  { ui, fileSecrets, currentAccount }: ProvisionContext,
  account: Account,
  { document: { elementKey }, elementName }: CheckedRequest,
  { name, text }: Reference,
): Promise<string> {
  const value = await ui.ask({
    title: messages.titles.fileSecret,
    prompt: messages.askFileSecret(text, elementName, account.label),
    password: true,
    validate: (typed) => (typed === '' ? messages.fileSecretEmpty : undefined),
  });
  // If the account is gone, nobody could remove the secret any more.
  if ((await currentAccount(account.id)) === undefined) throw new UserFacingError(accountGoneUnsent(account.label));
  await fileSecrets.store(fileSecretEntry(account, elementKey, name), value).catch(() => {
    throw new UserFacingError(messages.fileSecretNotStored);
  });
  return value;
}

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

/** A request with the values of its references. It exists in memory only, until the request is sent. */
export interface ResolvedRequest {
  readonly document: RequestDocument;
  /** The values that were inserted for its references. */
  readonly values: Values;
}

/**
 * Inserts the values of references into a request. Returns undefined if one cannot be resolved, after showing why. Throws
 * `Cancelled` if the person closes the question for a secret. A request without references stays unchanged.
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
  // The search for the instance and the names of stored secrets use this key, so it must be literal.
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
 * Looks up the values of a request's references. Returns the values by the text of the reference, and the references without
 * a value: variables that are not set or empty, and secrets that are not stored for this account and element. Without an
 * account, all secrets are missing.
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
    const stored = async () => account && fileSecrets.read(fileSecretEntry(account, request.elementKey, name));
    const value = (store === 'env' ? environment(name) : await stored()) ?? '';
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
  // If the account was removed, nobody could remove its secret any more.
  if ((await currentAccount(account.id)) === undefined) throw new UserFacingError(accountGoneUnsent(account.label));
  await fileSecrets.store(fileSecretEntry(account, elementKey, name), value).catch(() => {
    throw new UserFacingError(messages.fileSecretNotStored);
  });
  return value;
}

import type { Account } from '../accounts/accounts';
import { fileSecretEntry, type FileSecrets } from '../accounts/fileSecrets';
import * as messages from '../messages';
import { Refusal, type Ui } from '../ui';
import type { Approved } from './approve';
import { buildBody } from './buildBody';
import { findReferences, referencesIn, type Reference, type Values } from './references';
import { readRequest } from './request';

export interface FillInDeps {
  readonly ui: Ui;
  readonly fileSecrets: FileSecrets;
  /** Value of an environment variable. */
  readonly environment: (name: string) => string | undefined;
}

/** What is sent of a request. Held in memory only, and only while it is sent. */
export interface Filled {
  readonly body: string;
  /** The name in it. */
  readonly name?: string;
  /** What was put in for its references. */
  readonly values: Values;
}

/**
 * Puts in what a request refers to. Undefined where that cannot be; the person has then been told. Throws `Cancelled`
 * where they close the question for a secret. A request without references stays as it is, without a word.
 */
export async function fillIn(deps: FillInDeps, account: Account, request: Approved): Promise<Filled | undefined> {
  const references = findReferences(request.body);
  if (references.length === 0) return { body: request.body, name: request.name, values: new Map() };
  const { ui, environment } = deps;
  const refuse = (text: string, detail: string) => ui.tell({ tone: 'error', text, detail, modal: true });
  // Looking for the instance afterwards, and the names of secrets, go by this key.
  if (referencesIn(request.elementKey).length > 0) {
    await refuse(messages.referenceAsElement, messages.referenceAsElementDetail);
    return undefined;
  }
  const variables = references.filter(({ store }) => store === 'env');
  const missing = variables.map(({ name }) => name).filter((name) => (environment(name) ?? '') === '');
  if (missing.length > 0) {
    await refuse(messages.variablesMissing(missing.length), messages.variablesMissingDetail(missing));
    return undefined;
  }
  const values = new Map(variables.map(({ name, text }) => [text, environment(name) ?? '']));
  for (const { name, text } of references.filter(({ store }) => store === 'secret')) {
    values.set(text, await readSecret(deps, account, request, { name, text }));
  }
  const { body } = buildBody(request.body, values, request.secretEntries);
  const filled = readRequest(body);
  return { body, name: typeof filled === 'string' ? undefined : filled.name, values };
}

async function readSecret(
  { ui, fileSecrets }: FillInDeps,
  account: Account,
  { elementKey, elementName }: Approved,
  { name, text }: Pick<Reference, 'name' | 'text'>,
): Promise<string> {
  const entry = fileSecretEntry(account, elementKey, name);
  const kept = await fileSecrets.read(entry);
  if (kept !== undefined) return kept;
  const value = await ui.ask({
    title: messages.titles.fileSecret,
    prompt: messages.askFileSecret(text, elementName, account.label),
    password: true,
    validate: (typed) => (typed === '' ? messages.fileSecretEmpty : undefined),
  });
  await fileSecrets.keep(entry, value).catch(() => {
    throw new Refusal(messages.fileSecretNotKept);
  });
  return value;
}

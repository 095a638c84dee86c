import type { Account } from '../accounts/accounts';
import { fileSecretEntry, type FileSecrets } from '../accounts/fileSecrets';
import * as messages from '../messages';
import { Refusal, type Notice, type Ui } from '../ui';
import { otherHosts } from './hosts';
import { fillReferences, findReferences, referencesIn, type Reference, type Values } from './references';
import { readRequest, type InstanceRequest } from './request';

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
  /** The values that were put in. */
  readonly values: readonly string[];
}

/**
 * Puts in what a request refers to, after a person has agreed to send it. Undefined where they do not; throws `Cancelled`
 * where they close the question for a secret, `Refusal` where a value is not there. A request without references stays
 * as it is, without a word.
 */
export async function fillIn(
  deps: FillInDeps,
  account: Account,
  request: InstanceRequest,
): Promise<Filled | undefined> {
  const references = findReferences(request.body);
  if (references.length === 0) return { body: request.body, name: request.name, values: [] };
  // Looking for the instance afterwards, and the names of secrets, go by this key.
  if (referencesIn(request.elementKey).length > 0) throw new Refusal(messages.referenceAsElement);
  const values = new Map([
    ...readVariables(deps, references),
    ...(await readSecrets(deps, account, request.elementKey, references)),
  ]);
  if (!(await mayBeSent(deps.ui, account, request.body, values))) return undefined;
  const body = fillReferences(request.body, values);
  const filled = readRequest(body);
  return { body, name: typeof filled === 'string' ? undefined : filled.name, values: [...values.values()] };
}

function readVariables({ environment }: FillInDeps, references: readonly Reference[]): [string, string][] {
  const read = references
    .filter(({ store }) => store === 'env')
    .map(({ name, text }) => ({ name, text, value: environment(name) ?? '' }));
  const missing = read.filter(({ value }) => value === '').map(({ name }) => name);
  if (missing.length > 0) throw new Refusal(messages.variablesMissing(missing));
  return read.map(({ text, value }) => [text, value]);
}

async function readSecrets(
  { ui, fileSecrets }: FillInDeps,
  account: Account,
  elementKey: string,
  references: readonly Reference[],
): Promise<[string, string][]> {
  const values: [string, string][] = [];
  for (const { name, text } of references.filter(({ store }) => store === 'secret')) {
    const entry = fileSecretEntry(account, elementKey, name);
    let value = await fileSecrets.read(entry);
    if (value === undefined) {
      value = await ui.ask({
        title: messages.titles.fileSecret,
        prompt: messages.askFileSecret(text, account.label),
        password: true,
        validate: (typed) => (typed === '' ? messages.fileSecretEmpty : undefined),
      });
      await fileSecrets.keep(entry, value).catch(() => {
        throw new Refusal(messages.fileSecretNotKept);
      });
    }
    values.push([text, value]);
  }
  return values;
}

/** Asked each time: the file may have changed, and nobody reads all of it before each press. */
async function mayBeSent(ui: Ui, account: Account, body: string, values: Values): Promise<boolean> {
  const { host } = new URL(account.baseUrl);
  const notice: Notice = {
    tone: 'warning',
    text: messages.sendReferences(account.label, host),
    detail: messages.sendReferencesDetail([...values.keys()], otherHosts(body, values, host)),
    modal: true,
  };
  return (await ui.tell(notice, messages.buttons.send)) !== undefined;
}

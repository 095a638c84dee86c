import type { Account } from '../accounts/accounts';
import * as messages from './messages';
import { accessSecrets, type Access } from '../platform/access';
import { createInstance, type CreateOutcome, type Instance } from '../platform/instanceApi';
import { scrub, secretsIn } from '../masks';
import type { Approved } from './approve';
import type { Filled } from './request/fillIn';
import { storeToken } from './outcome/keepToken';
import type { ProvisionContext, Source } from './provisionContext';
import type { CreationRecord } from './records';
import type { Signed } from './signIn/signIn';

/** What came of one press. */
export type Sent = Created | { readonly attempt: Attempt; readonly outcome: Failed };

export interface Created {
  readonly attempt: Attempt;
  readonly instance: Instance;
  /** False where the token could not be stored; the person is to be told. */
  readonly tokenKept: boolean;
  /** Values that must not be shown. */
  readonly secrets: readonly string[];
}

export type Failed = Exclude<CreateOutcome, { instance: Instance }>;

/** A request whose questions are answered. */
export interface Prepared {
  readonly source: Source;
  readonly account: Account;
  readonly access: Access;
  readonly request: Approved;
  readonly filled: Filled;
  readonly signed: Signed;
}

/** A request on its way. */
export interface Attempt extends Prepared {
  readonly record: CreationRecord;
}

/**
 * Sends a request, once, keeps the token that comes back, and then notes on disk what came of it. Where that is not known,
 * or nobody has the token, the record stays open: the next press looks for the instance first.
 */
export async function send(context: ProvisionContext, attempt: Attempt): Promise<Sent> {
  const { ui, http, lastResponse, records } = context;
  const { account, access, request, filled, signed, record } = attempt;
  const values = [...filled.values.values(), ...signed.secrets];
  const creation = { body: signed.document, values, secretEntries: request.secretEntries };
  const outcome = await ui.progress(messages.provisioning(request.elementName, account.label), (signal) =>
    createInstance(http, access, creation, signal),
  );
  if ('instance' in outcome) {
    // The token comes first: whatever fails after this, it is kept.
    const instance = named(outcome.instance, attempt);
    const tokenKept = await storeToken(context, account, instance);
    if (tokenKept) await records.write({ ...record, instanceId: instance.id }).catch(() => undefined);
    lastResponse.keep(outcome.response, outcome.secrets);
    return { attempt, instance, tokenKept, secrets: outcome.secrets };
  }
  if (!outcome.failure.maybeDone) await records.drop(record).catch(() => undefined);
  if (outcome.response !== undefined) lastResponse.keep(outcome.response, outcome.secrets);
  return { attempt, outcome };
}

/**
 * The instance, called as its request calls it. Its name is shown and kept in clear: one that has a reference stays as the
 * file has it, and nothing that was sent as a secret shows in one that the platform made up.
 */
export function named(instance: Instance, { request, filled, signed, access }: Omit<Attempt, 'account'>): Instance {
  const { document, elementName, secretEntries } = request;
  const { elementKey, name } = document;
  const isOwn = filled.document.name !== name || instance.name === undefined || instance.name === name;
  const sent = () => secretsIn(signed.document, secretEntries);
  const secrets = () => [...accessSecrets(access), ...filled.values.values(), ...signed.secrets, ...sent()];
  return { ...instance, name: isOwn ? name : scrub(instance.name, secrets()), elementKey, elementName };
}

import type { Account } from '../accounts/accounts';
import * as messages from './messages';
import { accessSecrets, type Access } from '../platform/access';
import { createInstance, type CreateOutcome, type Instance } from '../platform/instanceApi';
import { scrub, secretsIn } from '../masks';
import type { CheckedRequest } from './checkRequest';
import type { ResolvedRequest } from './request/resolveReferences';
import { storeToken } from './outcome/storeToken';
import type { ProvisionContext, EditorDocument } from './provisionContext';
import type { CreationRecord } from './records';
import type { AuthorizedRequest } from './signIn/signIn';

/** The outcome of one press. */
export type Sent = Created | { readonly attempt: Attempt; readonly outcome: Failed };

export interface Created {
  readonly attempt: Attempt;
  readonly instance: Instance;
  /** False if the token could not be stored. The person has to be shown that. */
  readonly tokenStored: boolean;
  /** Values that must not be shown. */
  readonly secrets: readonly string[];
}

export type Failed = Exclude<CreateOutcome, { instance: Instance }>;

/** A request that a person has confirmed. */
export interface PreparedRequest {
  readonly source: EditorDocument;
  readonly account: Account;
  readonly access: Access;
  readonly request: CheckedRequest;
  readonly resolved: ResolvedRequest;
  readonly authorized: AuthorizedRequest;
}

/** A request that is being sent. */
export interface Attempt extends PreparedRequest {
  readonly record: CreationRecord;
}

/**
 * Sends a request once, stores the returned token, then records the outcome on disk. If the outcome is unknown, or the
 * token could not be stored, the record stays open: the next press searches for the instance first.
 */
export async function send(context: ProvisionContext, attempt: Attempt): Promise<Sent> {
  const { ui, http, lastResponse, records } = context;
  const { account, access, request, resolved, authorized, record } = attempt;
  const values = [...resolved.values.values(), ...authorized.secrets];
  const creation = { body: authorized.document, values, secretEntries: request.secretEntries };
  const outcome = await ui.progress(messages.provisioning(request.elementName, account.label), (signal) =>
    createInstance(http, access, creation, signal),
  );
  if ('instance' in outcome) {
    // The token is stored first, so that no later failure can lose it.
    const instance = named(outcome.instance, attempt);
    const tokenStored = await storeToken(context, account, instance);
    if (tokenStored) await records.write({ ...record, instanceId: instance.id }).catch(() => undefined);
    lastResponse.store(outcome.response, outcome.secrets);
    return { attempt, instance, tokenStored, secrets: outcome.secrets };
  }
  if (!outcome.failure.maybeDone) await records.drop(record).catch(() => undefined);
  if (outcome.response !== undefined) lastResponse.store(outcome.response, outcome.secrets);
  return { attempt, outcome };
}

/**
 * Returns the instance with the name and element of its request. Its name is shown and stored in plain text. Therefore a name
 * with a reference stays as written in the file, and secrets that were sent are masked in a name that the platform chose.
 */
export function named(
  instance: Instance,
  { request, resolved, authorized, access }: Omit<Attempt, 'account'>,
): Instance {
  const { document, elementName, secretEntries } = request;
  const { elementKey, name } = document;
  const isOwn = resolved.document.name !== name || instance.name === undefined || instance.name === name;
  const sent = () => secretsIn(authorized.document, secretEntries);
  const secrets = () => [...accessSecrets(access), ...resolved.values.values(), ...authorized.secrets, ...sent()];
  return { ...instance, name: isOwn ? name : scrub(instance.name, secrets()), elementKey, elementName };
}

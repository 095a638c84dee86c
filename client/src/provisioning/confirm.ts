import type { Account } from '../accounts/accounts';
import * as messages from '../messages';
import type { Ui } from '../ui';
import type { Approved, Source } from './approve';
import type { Consent, Consents } from './consents';
import type { Filled } from './request/fillIn';
import { otherHosts } from './request/hosts';

export interface ConfirmDeps {
  readonly ui: Ui;
  readonly consents: Consents;
}

/** A request that is ready to be sent. */
export interface Ready {
  readonly source: Source;
  readonly account: Account;
  readonly request: Approved;
  readonly filled: Filled;
}

/**
 * Asks before a request leaves, where there is something to say: it goes to a production account, or it refers to values
 * that are not in its file and nobody has agreed to that yet. One question for both. True where it may be sent.
 */
export async function confirm({ ui, consents }: ConfirmDeps, ready: Ready): Promise<boolean> {
  const { source, account, request, filled } = ready;
  const { host } = new URL(account.baseUrl);
  const hosts = filled.values.size === 0 ? [] : otherHosts(request.body, filled.values, host);
  const { elementKey, body } = request;
  const consent: Consent = { uri: source.uri, account, elementKey, body, hosts };
  const isNew = filled.values.size > 0 && !consents.has(consent);
  const isProduction = account.kind === 'production' && account.confirms;
  if (!isNew && !isProduction) return true;

  const { provision, send } = messages.buttons;
  const detail = [
    ...(isNew ? messages.sendReferencesDetail([...filled.values.keys()], hosts) : []),
    ...(isNew && isProduction ? [''] : []),
    ...(isProduction ? [messages.provisionProductionDetail(account.label)] : []),
  ];
  const text = isProduction
    ? messages.provisionProduction(request.elementName, account.label, host)
    : messages.sendReferences(account.label, host);
  const pressed = await ui.tell({ tone: 'warning', text, detail, modal: true }, isProduction ? provision : send);
  if (pressed === undefined) return false;
  // Where it cannot be kept, the next press asks again.
  if (isNew) await consents.keep(consent).catch(() => undefined);
  return true;
}

import type { SignIn } from '../../../server/src/protocol';
import type { Account } from '../accounts/accounts';
import * as messages from '../messages';
import type { Access } from '../platform/access';
import { Refusal, type Notice } from '../ui';
import { approve, type ApproveDeps, type Source } from './approve';
import { confirm, type ConfirmDeps } from './confirm';
import { fillIn, type FillInDeps } from './request/fillIn';
import type { Lock } from './lock';
import { report, type ReportDeps } from './outcome/report';
import { send, type SendDeps, type Sent } from './send';
import { signInAtProvider, type Signed, type SignInDeps, type Unsigned } from './signIn/signIn';
import { usualSignIn, wantsSignIn } from './signIn/unknownElement';
import { createSentTexts, type SentTexts } from './sentTexts';

export interface ProvisionDeps extends ApproveDeps, FillInDeps, ConfirmDeps, SignInDeps, SendDeps, ReportDeps {
  readonly lock: Lock;
  /** The account in use with its secrets, asked for where there is none. Throws `Cancelled`. */
  readonly requireAccess: () => Promise<{ account: Account; access: Access }>;
}

/**
 * Gives the function that provisions a document: checks its text, sends it at most once, keeps the token, then tells.
 * A press while another of the same document is on its way, in this window or in another, sends nothing.
 */
export function createProvisioner(deps: ProvisionDeps): (source: Source) => Promise<void> {
  const busy = new Set<string>();
  const sentTexts = createSentTexts();
  const once = async (source: Source, signIn?: SignIn): Promise<Sent | undefined> => {
    if (busy.has(source.name)) {
      await deps.ui.tell({ tone: 'info', text: messages.alreadyBeingProvisioned });
      return undefined;
    }
    busy.add(source.name);
    try {
      return await prepareAndSend(deps, source, sentTexts, signIn);
    } finally {
      busy.delete(source.name);
    }
  };
  return async (source) => {
    const sent = await once(source);
    // A message can stay open for long, so nothing is held while it is.
    if (sent === undefined) return;
    if (!isUnsigned(sent)) return report(deps, sent);
    const notice = { tone: 'info', text: messages.signsInAtProvider(sent.attempt.request.elementName) } as const;
    if ((await deps.ui.tell(notice, messages.buttons.signIn)) === undefined) return;
    const again = await once(source, usualSignIn);
    if (again !== undefined) await report(deps, again);
  };
}

/** True where nothing was made because of a sign-in that nobody knew of. */
function isUnsigned(sent: Sent): boolean {
  return 'outcome' in sent && sent.attempt.request.signIn === undefined && wantsSignIn(sent.outcome.trouble);
}

/** `signIn` is how to sign in where the check does not say. */
async function prepareAndSend(
  deps: ProvisionDeps,
  source: Source,
  sentTexts: SentTexts,
  signIn: SignIn | undefined,
): Promise<Sent | undefined> {
  deps.showProblems(source, []);
  const { account, access } = await deps.requireAccess();
  const text = source.text();
  const approved = await approve(deps, source, text);
  if (approved === undefined) return undefined;
  const request = { ...approved, signIn: approved.signIn ?? signIn };
  const before = sentTexts.find(source.name, account.id, request.body);
  if (before !== undefined) {
    const notice: Notice = {
      tone: 'warning',
      text: messages.alreadyProvisioned(account.label, before.instanceId),
      detail: messages.alreadyProvisionedDetail,
      modal: true,
    };
    if ((await deps.ui.tell(notice, messages.buttons.provisionAgain)) === undefined) return undefined;
  }
  const filled = await fillIn(deps, account, request);
  if (filled === undefined || !(await confirm(deps, { source, account, request, filled }))) return undefined;
  const release = await deps.lock(source.name).catch(() => {
    throw new Refusal(messages.lockFailed);
  });
  if (release === undefined) {
    await deps.ui.tell({ tone: 'info', text: messages.alreadyBeingProvisioned });
    return undefined;
  }
  try {
    const unsigned = { account, access, request, filled };
    const signed = await signInWhereNeeded(deps, unsigned);
    if (signed === undefined) return undefined;
    return await send(deps, { source, text, ...unsigned, signed, startedAt: deps.now() }, (instanceId) => {
      sentTexts.add(source.name, account.id, request.body, instanceId);
    });
  } finally {
    await release();
  }
}

async function signInWhereNeeded(deps: ProvisionDeps, unsigned: Unsigned): Promise<Signed | undefined> {
  const { signIn } = unsigned.request;
  if (signIn === undefined) return { body: unsigned.filled.body, secrets: [] };
  return signInAtProvider(deps, signIn, unsigned);
}

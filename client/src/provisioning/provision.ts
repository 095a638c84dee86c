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
import { signInAtProvider, type NotSignedIn, type Signed, type SignInDeps, type Unsigned } from './signIn/signIn';
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
  const once = async (source: Source, signIn?: SignIn): Promise<Result> => {
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
    let signIn: SignIn | undefined;
    // Another round only where the person asks for it, and nothing was made. A message can stay open for long: nothing is
    // held while it is.
    for (;;) {
      const result = await once(source, signIn);
      if (result === undefined) return;
      if ('notSignedIn' in result) {
        if (!(await signsInAgain(deps, result))) return;
      } else if (isUnsigned(result)) {
        const text = messages.signsInAtProvider(result.attempt.request.elementName);
        if ((await deps.ui.tell({ tone: 'info', text }, messages.buttons.signIn)) === undefined) return;
        signIn = usualSignIn;
      } else {
        await report(deps, result);
        return;
      }
    }
  };
}

/** What came of one round: a request that was sent, a sign-in without an answer, or nothing; the person knows why. */
type Result = Sent | { readonly account: Account; readonly notSignedIn: NotSignedIn } | undefined;

async function signsInAgain(
  { ui, enterSecrets }: ProvisionDeps,
  { account, notSignedIn }: Extract<Result, { readonly notSignedIn: NotSignedIn }>,
): Promise<boolean> {
  const { notice, remedy } = notSignedIn;
  const button = remedy === 'secrets' ? messages.buttons.enterSecrets : messages.buttons.signInAgain;
  if ((await ui.tell(notice, button)) === undefined) return false;
  if (remedy === 'sign-in') return true;
  await enterSecrets(account);
  return false;
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
): Promise<Result> {
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
    if ('notice' in signed) return { account, notSignedIn: signed };
    return await send(deps, { source, text, ...unsigned, signed, startedAt: deps.now() }, (instanceId) => {
      sentTexts.add(source.name, account.id, request.body, instanceId);
    });
  } finally {
    await release();
  }
}

async function signInWhereNeeded(deps: ProvisionDeps, unsigned: Unsigned): Promise<Signed | NotSignedIn> {
  const { signIn } = unsigned.request;
  if (signIn === undefined) return { body: unsigned.filled.body, secrets: [] };
  return signInAtProvider(deps, signIn, unsigned);
}

import type { SignIn } from '../../../common/src/protocol/checking';
import type { Account } from '../accounts/accounts';
import * as messages from '../messages';
import type { Access } from '../platform/access';
import { approve, type ApproveDeps, type Source } from './approve';
import { confirm, type ConfirmDeps } from './confirm';
import { settleEarlier, type Earlier } from './earlier';
import { fillIn, type FillInDeps } from './request/fillIn';
import { report, type ReportDeps } from './outcome/report';
import { sendOnce, type SendOnceDeps } from './sendOnce';
import type { Prepared, Sent } from './send';
import { signInAtProvider, type NotSignedIn, type Signed, type SignInDeps, type Unsigned } from './signIn/signIn';
import { usualSignIn, wantsSignIn } from './signIn/unknownElement';

export interface ProvisionDeps extends ApproveDeps, FillInDeps, ConfirmDeps, SignInDeps, SendOnceDeps, ReportDeps {
  /** The account in use with its secrets, asked for where there is none. Throws `Cancelled`. */
  readonly requireAccess: () => Promise<{ account: Account; access: Access }>;
}

/**
 * Gives the function that provisions a document: checks its text, sends it at most once, keeps the token, then tells.
 *
 * What is locked is the sending, never the talking: a message can stay open for good, out of sight. So nothing is held
 * while a person is asked or told, and what was asked about is looked at again right before the request is sent.
 */
export function createProvisioner(deps: ProvisionDeps): (source: Source) => Promise<void> {
  return async (source) => {
    let signIn: SignIn | undefined;
    // Another round only where the person asks for it, and nothing was made.
    for (;;) {
      const result = await prepareAndSend(deps, source, signIn);
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
async function prepareAndSend(deps: ProvisionDeps, source: Source, signIn: SignIn | undefined): Promise<Result> {
  deps.showProblems(source, []);
  // What an earlier press still asks of this document is over: this press asks anew.
  await deps.wholeRequests.end(source.name);
  const { account, access } = await deps.requireAccess();
  const approved = await approve(deps, account, source, source.text());
  if (approved === undefined) return undefined;
  const request = { ...approved, signIn: approved.signIn ?? signIn };
  const earlier = await settleEarlier(deps, { source, account, access, request });
  if (earlier === undefined) return undefined;
  const filled = await fillIn(deps, account, request);
  if (filled === undefined || !(await confirm(deps, { source, account, request, filled }))) return undefined;
  const unsigned = { account, access, request, filled };
  const signed = await signInWhereNeeded(deps, unsigned);
  if ('notice' in signed) return { account, notSignedIn: signed };
  return sendWhereUnchanged(deps, { source, ...unsigned, signed }, earlier);
}

/** Sends, but asks again where another press has sent the same, or from the same document, since this one asked. */
async function sendWhereUnchanged(
  deps: ProvisionDeps,
  prepared: Prepared,
  earlier: Earlier,
): Promise<Sent | undefined> {
  let known: Earlier | undefined = earlier;
  while (known !== undefined) {
    const sent = await sendOnce(deps, prepared, known);
    if (sent === 'busy') {
      await deps.ui.tell({ tone: 'info', text: messages.alreadyBeingProvisioned });
      return undefined;
    }
    if (sent !== 'changed') return sent;
    known = await settleEarlier(deps, prepared);
  }
  return undefined;
}

async function signInWhereNeeded(deps: ProvisionDeps, unsigned: Unsigned): Promise<Signed | NotSignedIn> {
  const { signIn } = unsigned.request;
  if (signIn === undefined) return { document: unsigned.filled.document, secrets: [] };
  return signInAtProvider(deps, signIn, unsigned);
}

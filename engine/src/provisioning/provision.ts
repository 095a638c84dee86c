import type { SignIn } from '../../../common/src/protocol/checking';
import type { Account } from '../accounts/accounts';
import { approve } from './approve';
import { confirm } from './confirm';
import { settleEarlier, type Earlier } from './earlier';
import { fillIn } from './request/fillIn';
import { report } from './outcome/report';
import type { ProvisionContext, Source } from './provisionContext';
import { sendOnce } from './sendOnce';
import type { Prepared, Sent } from './send';
import { signInAtProvider, type NotSignedIn, type Signed, type Unsigned } from './signIn/signIn';
import { usualSignIn, wantsSignIn } from './signIn/unknownElement';
import * as messages from './messages';

/**
 * Gives the function that provisions a document: checks its text, sends it at most once, keeps the token, then tells.
 *
 * What is locked is the sending, never the talking: a message can stay open for good, out of sight. So nothing is held
 * while a person is asked or told, and what was asked about is looked at again right before the request is sent.
 */
export function createProvisioner(context: ProvisionContext): (source: Source) => Promise<void> {
  return async (source) => {
    let signIn: SignIn | undefined;
    // Another round only where the person asks for it, and nothing was made.
    for (;;) {
      const result = await prepareAndSend(context, source, signIn);
      if (result === undefined) return;
      if ('notSignedIn' in result) {
        if (!(await signsInAgain(context, result))) return;
      } else if (isUnsigned(result)) {
        const text = messages.signsInAtProvider(result.attempt.request.elementName);
        if ((await context.ui.tell({ tone: 'info', text }, messages.buttons.signIn)) === undefined) return;
        signIn = usualSignIn;
      } else {
        await report(context, result);
        return;
      }
    }
  };
}

/** What came of one round: a request that was sent, a sign-in without an answer, or nothing; the person knows why. */
type Result = Sent | { readonly account: Account; readonly notSignedIn: NotSignedIn } | undefined;

async function signsInAgain(
  { ui, enterSecrets }: ProvisionContext,
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
  return 'outcome' in sent && sent.attempt.request.signIn === undefined && wantsSignIn(sent.outcome.failure);
}

/** `signIn` is how to sign in where the check does not say. */
async function prepareAndSend(context: ProvisionContext, source: Source, signIn: SignIn | undefined): Promise<Result> {
  context.showProblems(source, []);
  // What an earlier press still asks of this document is over: this press asks anew.
  await context.wholeRequests.end(source.name);
  const { account, access } = await context.requireAccess();
  const approved = await approve(context, account, source, source.text());
  if (approved === undefined) return undefined;
  const request = { ...approved, signIn: approved.signIn ?? signIn };
  const earlier = await settleEarlier(context, { source, account, access, request });
  if (earlier === undefined) return undefined;
  const filled = await fillIn(context, account, request);
  if (filled === undefined || !(await confirm(context, { source, account, request, filled }))) return undefined;
  const unsigned = { account, access, request, filled };
  const signed = await signInWhereNeeded(context, unsigned);
  if ('notice' in signed) return { account, notSignedIn: signed };
  return sendWhereUnchanged(context, { source, ...unsigned, signed }, earlier);
}

/** Sends, but asks again where another press has sent the same, or from the same document, since this one asked. */
async function sendWhereUnchanged(
  context: ProvisionContext,
  prepared: Prepared,
  earlier: Earlier,
): Promise<Sent | undefined> {
  let known: Earlier | undefined = earlier;
  while (known !== undefined) {
    const sent = await sendOnce(context, prepared, known);
    if (sent === 'busy') {
      await context.ui.tell({ tone: 'info', text: messages.alreadyBeingProvisioned });
      return undefined;
    }
    if (sent !== 'changed') return sent;
    known = await settleEarlier(context, prepared);
  }
  return undefined;
}

async function signInWhereNeeded(context: ProvisionContext, unsigned: Unsigned): Promise<Signed | NotSignedIn> {
  const { signIn } = unsigned.request;
  if (signIn === undefined) return { document: unsigned.filled.document, secrets: [] };
  return signInAtProvider(context, signIn, unsigned);
}

import type { SignIn } from '../../../common/src/protocol/checking';
import type { Account } from '../accounts/accounts';
import { checkRequest } from './checkRequest';
import { confirm } from './confirm';
import { resolveEarlierRequests, type EarlierRequests } from './earlier';
import { resolveReferences } from './request/resolveReferences';
import { report } from './outcome/report';
import type { ProvisionContext, EditorDocument } from './provisionContext';
import { sendOnce } from './sendOnce';
import type { PreparedRequest, Sent } from './send';
import { signInAtProvider, type NotSignedIn, type AuthorizedRequest, type PendingRequest } from './signIn/signIn';
import { usualSignIn, wantsSignIn } from './signIn/unknownElement';
import * as messages from './messages';

/**
 * Gives the function that provisions a document: checks its text, sends it at most once, keeps the token, then tells.
 *
 * What is locked is the sending, never the talking: a message can stay open for good, out of sight. So nothing is held
 * while a person is asked or told, and what was asked about is looked at again right before the request is sent.
 */
export function createProvisioner(context: ProvisionContext): (source: EditorDocument) => Promise<void> {
  return async (source) => {
    let signIn: SignIn | undefined;
    // Another round only where the person asks for it, and nothing was made.
    for (;;) {
      const result = await prepareAndSend(context, source, signIn);
      if (result === undefined) return;
      if ('notSignedIn' in result) {
        if (!(await signsInAgain(context, result))) return;
      } else if (lacksSignIn(result)) {
        const text = messages.signsInAtProvider(result.attempt.request.elementName);
        if ((await context.ui.show({ tone: 'info', text }, messages.buttons.signIn)) === undefined) return;
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
  if ((await ui.show(notice, button)) === undefined) return false;
  if (remedy === 'sign-in') return true;
  await enterSecrets(account);
  return false;
}

/** True where nothing was made because of a sign-in that nobody knew of. */
function lacksSignIn(sent: Sent): boolean {
  return 'outcome' in sent && sent.attempt.request.signIn === undefined && wantsSignIn(sent.outcome.failure);
}

/** `signIn` is how to sign in where the check does not say. */
async function prepareAndSend(
  context: ProvisionContext,
  source: EditorDocument,
  signIn: SignIn | undefined,
): Promise<Result> {
  context.showProblems(source, []);
  // What an earlier press still asks of this document is over: this press asks anew.
  await context.wholeRequests.end(source.name);
  const { account, access } = await context.requireAccess();
  const checked = await checkRequest(context, account, source, source.text());
  if (checked === undefined) return undefined;
  const request = { ...checked, signIn: checked.signIn ?? signIn };
  const earlier = await resolveEarlierRequests(context, { source, account, access, request });
  if (earlier === undefined) return undefined;
  const resolved = await resolveReferences(context, account, request);
  if (resolved === undefined || !(await confirm(context, { source, account, request, resolved }))) return undefined;
  const pending = { account, access, request, resolved };
  const authorized = await signInWhereNeeded(context, pending);
  if ('notice' in authorized) return { account, notSignedIn: authorized };
  return sendWhereUnchanged(context, { source, ...pending, authorized }, earlier);
}

/** Sends, but asks again where another press has sent the same, or from the same document, since this one asked. */
async function sendWhereUnchanged(
  context: ProvisionContext,
  prepared: PreparedRequest,
  earlier: EarlierRequests,
): Promise<Sent | undefined> {
  let known: EarlierRequests | undefined = earlier;
  while (known !== undefined) {
    const sent = await sendOnce(context, prepared, known);
    if (sent === 'busy') {
      await context.ui.show({ tone: 'info', text: messages.alreadyBeingProvisioned });
      return undefined;
    }
    if (sent !== 'changed') return sent;
    known = await resolveEarlierRequests(context, prepared);
  }
  return undefined;
}

async function signInWhereNeeded(
  context: ProvisionContext,
  pending: PendingRequest,
): Promise<AuthorizedRequest | NotSignedIn> {
  const { signIn } = pending.request;
  if (signIn === undefined) return { document: pending.resolved.document, secrets: [] };
  return signInAtProvider(context, signIn, pending);
}

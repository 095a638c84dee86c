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
import { requiresSignIn, usualSignIn } from './signIn/unknownElement';
import * as messages from './messages';

/**
 * Returns the function that provisions a document: checks it, sends it at most once, stores the token, shows the outcome.
 *
 * Only the sending is locked, never a question or message, because those can stay open forever without being visible.
 * What the person was asked about is therefore verified again right before the request is sent.
 */
export function createProvisioner(context: ProvisionContext): (source: EditorDocument) => Promise<void> {
  return async (source) => {
    let signIn: SignIn | undefined;
    // Repeats only if the person asks for it and nothing was created.
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

/** The outcome of one round: a request that was sent, a sign-in that failed, or undefined after showing why. */
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

/** True if nothing was created because the element requires a sign-in that the catalog does not know of. */
function lacksSignIn(sent: Sent): boolean {
  return 'outcome' in sent && sent.attempt.request.signIn === undefined && requiresSignIn(sent.outcome.failure);
}

/** `signIn` is how to sign in if the check finds no sign-in. */
async function prepareAndSend(
  context: ProvisionContext,
  source: EditorDocument,
  signIn: SignIn | undefined,
): Promise<Result> {
  context.showProblems(source, []);
  // A question of an earlier press about this document is closed: this press asks again.
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

/** Sends the request, but asks again if another press has meanwhile sent the same request or one of the same document. */
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

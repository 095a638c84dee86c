import { randomUUID } from 'node:crypto';
import type { SignIn } from '../../../../common/src/protocol/checking';
import type { Account } from '../../accounts/accounts';
import { failureMessage } from '../../messages/failures';
import * as messages from './messages';
import type { Access } from '../../platform/access';
import type { ApiFailure } from '../../platform/errors';
import { scrub } from '../../masks';
import { requestOAuthToken, requestSignInUrl, type SignInValues } from '../../platform/oauth';
import { UserFacingError, type Notice } from '../../ui';
import type { CheckedRequest } from '../checkRequest';
import type { ProvisionContext } from '../provisionContext';
import { addEntries } from '../request/addEntries';
import type { ResolvedRequest } from '../request/resolveReferences';
import type { RequestDocument } from '../request/requestDocument';
import { parsePage, readCallback } from './callback';
import type { Expected } from './redirect';
import { collectValues } from './signInValues';
import { signInLimitMs, waitForRedirect, type SignInEnd } from './waitForRedirect';

/** A request about to be sent, before a sign-in adds to it. */
export interface PendingRequest {
  readonly account: Account;
  readonly access: Access;
  readonly request: CheckedRequest;
  readonly resolved: ResolvedRequest;
}

/** What is sent after a sign-in. It exists in memory only. */
export interface AuthorizedRequest {
  readonly document: RequestDocument;
  /** Values from the sign-in that must not be shown. */
  readonly secrets: readonly string[];
}

/** A sign-in that failed: what the caller shows, and what the person can do about it. */
export interface NotSignedIn {
  readonly notice: Notice;
  readonly remedy: 'sign-in' | 'secrets';
}

/**
 * Lets a person sign in on the provider's page, and adds the result to the request: every parameter of the redirect in
 * `providerData`, and the entries that the person was asked for. Throws `Cancelled` if the person closes a question before
 * the page opens.
 */
export async function signInAtProvider(
  context: ProvisionContext,
  signIn: SignIn,
  pending: PendingRequest,
): Promise<AuthorizedRequest | NotSignedIn> {
  const { ui, browser } = context;
  const { account, request, resolved } = pending;
  const { elementName } = request;
  const { values, configuration, secrets } = await collectValues(ui, signIn, elementName, resolved.document);
  const callbackUrl = values['callbackUrl'] ?? '';
  const callback = readCallback(callbackUrl, browser.editorAddress);
  if (callback === undefined) throw new UserFacingError(messages.badCallback(callbackUrl));

  const ask = (signal: AbortSignal) => askForPage(context, signIn, pending, values, signal);
  const asked = await ui.progress(messages.requestingPage(elementName), ask, 'status');
  if ('failure' in asked) return noPage(account, asked.failure);
  const url = parsePage(asked.url);
  if (url === undefined) return noSafePage();

  const page = {
    elementName,
    account: account.label,
    url,
    callback,
    callbackUrl,
    expected: expectedOf(signIn, asked, url),
  };
  const end = await waitForRedirect(context, page);
  if (end.kind !== 'granted') {
    const own = [asked.state, asked.token, asked.secret].filter((value) => value !== undefined);
    return noAnswer(elementName, end, [...secrets, ...resolved.values.values(), ...own]);
  }
  const providerData = { ...end.parameters, ...(asked.secret !== undefined && { secret: asked.secret }) };
  return {
    document: addEntries(resolved.document, { configuration, providerData }),
    secrets: [...secrets, ...Object.values(providerData)],
  };
}

/**
 * The address of a provider's page and the state that was sent to request it. With OAuth 1 also the token that the page is for
 * and its secret, which the page does not contain.
 */
type Asked = Readonly<{ url: string; state: string; token?: string; secret?: string }>;

async function askForPage(
  { http }: ProvisionContext,
  { flow, tokenParameters }: SignIn,
  { access, request }: PendingRequest,
  collected: SignInValues,
  signal: AbortSignal,
): Promise<Asked | { readonly failure: ApiFailure }> {
  const { elementKey } = request.document;
  const state = randomUUID();
  const values = { ...collected, state };
  if (flow === 'oauth2-code') {
    const only = await requestSignInUrl(http, access, elementKey, values, signal);
    return 'failure' in only ? only : { url: only.url, state };
  }
  const known = Object.entries(values).filter(([name]) => tokenParameters.includes(name));
  const first = await requestOAuthToken(http, access, elementKey, Object.fromEntries(known), signal);
  if ('failure' in first) return first;
  const page = await requestSignInUrl(http, access, elementKey, { ...values, requestToken: first.token }, signal);
  return 'failure' in page ? page : { url: page.url, state, ...first };
}

/**
 * Returns what the answer must contain. A provider returns the state that its page's address has. The platform may have set
 * another state there (the element's key, by its documentation) or none: then anyone can make up an answer. With OAuth 1 the
 * token identifies the sign-in.
 */
function expectedOf({ flow }: SignIn, { state, token }: Asked, page: URL): Expected {
  const carried = page.searchParams.getAll('state');
  const isOwn = carried.length === 1 && carried[0] === state;
  const pageState = carried.at(-1);
  return {
    flow,
    ...(isOwn ? { state } : pageState !== undefined && { pageState }),
    ...(flow === 'oauth1-token' && token !== undefined && { requestToken: token }),
  };
}

function noPage(account: Account, failure: ApiFailure): NotSignedIn {
  const text = failureMessage(failure, account.label, messages.noSignInPage);
  return { notice: { tone: 'error', text }, remedy: failure.cause === 'unauthorized' ? 'secrets' : 'sign-in' };
}

/** For an address with user info, which a person could mistake for the host, or an address that is not a web page's. */
function noSafePage(): NotSignedIn {
  return { notice: { tone: 'error', text: messages.oddPageAddress }, remedy: 'sign-in' };
}

function noAnswer(
  element: string,
  end: Exclude<SignInEnd, { kind: 'granted' }>,
  secrets: readonly string[],
): NotSignedIn {
  const texts = {
    denied: () => messages.signInDenied(element, scrub('reply' in end ? end.reply : '', secrets)),
    'timed-out': () => messages.signInTimedOut(element, signInLimitMs / 60_000),
    stopped: () => messages.signInStopped(element),
  };
  return { notice: { tone: 'info', text: texts[end.kind]() }, remedy: 'sign-in' };
}

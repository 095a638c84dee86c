import assert from 'node:assert/strict';
import type { SignIn, SignInParameter } from '../../../common/src/protocol/checking';
import type { Http, HttpRequest } from '../../../engine/src/platform/http';
import type { Parameters } from '../../../engine/src/provisioning/signIn/redirect';
import type { Browser, ProvisionContext } from '../../../engine/src/provisioning/provisionContext';
import { signInAtProvider } from '../../../engine/src/provisioning/signIn/signIn';
import { bareContext } from './bareContext';
import { aDocument } from './document';
import { anAccount, fakeUi, newSecret, type Script } from './fakes';

const parameter = (name: string, entry: string, more: Partial<SignInParameter> = {}): SignInParameter => ({
  name,
  entry,
  label: entry,
  secret: false,
  required: true,
  ...more,
});
const parameters = [
  parameter('apiKey', 'oauth.api.key'),
  parameter('apiSecret', 'oauth.api.secret', { secret: true, label: 'Client secret', description: 'On its page.' }),
  parameter('callbackUrl', 'oauth.callback.url', { label: 'Callback' }),
  parameter('scope', 'oauth.scope', { required: false }),
];
const oauth2: SignIn = { flow: 'oauth2-code', parameters, tokenParameters: [], providerData: ['code'] };
export const oauth1: SignIn = {
  flow: 'oauth1-token',
  parameters,
  tokenParameters: ['apiKey', 'apiSecret', 'callbackUrl'],
  providerData: ['oauth_token', 'oauth_verifier'],
};
export const editor = 'vscode://publisher.name';
export const elsewhere = 'https://app.example.com/callback';

/**
 * A person, a browser and a platform, all made up; `visit` is what the browser does with the address of the page, `change`
 * what the platform does to it before.
 */
export function open(
  script: Script = {},
  own: Partial<ProvisionContext> = {},
  visit: (page: URL, back: Back) => unknown = () => 0,
  change: (page: URL) => URL | string = (page) => page,
) {
  const ui = fakeUi({ press: ['Open Page'], ...script });
  const requests: HttpRequest[] = [];
  const steps: string[] = [];
  const opened: URL[] = [];
  let take: ((parameters: Parameters) => boolean) | undefined;
  const http: Http = (request) => {
    requests.push(request);
    const answer = (json: unknown) => Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(json) });
    if (request.method === 'GET') return answer({ token: 'request-token', secret: 'token-secret' });
    const { state, callbackUrl, requestToken } = JSON.parse(request.body ?? '') as Record<string, string>;
    const page = new URL('https://login.example.com/authorize');
    page.search = new URLSearchParams({
      redirect_uri: callbackUrl ?? '',
      ...(requestToken === undefined ? { state: state ?? '' } : { oauth_token: requestToken }),
    }).toString();
    return answer({ oauthUrl: change(page).toString() });
  };
  const browser: Browser = {
    editorAddress: editor,
    open: async (url) => {
      opened.push(new URL(url));
      await visit(new URL(url), { toEditor: (found) => take?.(found) });
      return true;
    },
    reaches: () => Promise.resolve(true),
    onRedirect: (listener) => {
      take = listener;
      return () => {
        take = undefined;
      };
    },
  };
  const context = bareContext({
    ui,
    http,
    browser,
    wait: () => new Promise(() => undefined),
    trace: (step) => void steps.push(step),
    usedAnswers: new Set(),
    runningSignIns: new Map(),
    ...own,
  });
  const access = { baseUrl: anAccount.baseUrl, userSecret: newSecret(), organizationSecret: newSecret() };
  const run = (body: string, method: SignIn = oauth2, elementName = 'Slack') => {
    const document = aDocument(body);
    const request = { document, elementName };
    const resolved = { document, values: new Map<string, string>() };
    return signInAtProvider(context, method, { account: anAccount, access, request, resolved });
  };
  /** The body after a sign-in, and what in it is secret. */
  const signIn = async (body: string, method: SignIn = oauth2) => {
    const outcome = await run(body, method);
    assert.ok('document' in outcome, 'notice' in outcome ? outcome.notice.text : '');
    return { body: outcome.document.text, secrets: outcome.secrets };
  };
  /** The message of a sign-in that fails, and what helps. */
  const failure = async (body: string, method: SignIn = oauth2) => {
    const outcome = await run(body, method);
    assert.ok('notice' in outcome);
    return { ...outcome.notice, remedy: outcome.remedy };
  };
  return { ui, requests, steps, opened, context, run, signIn, failure, isListening: () => take !== undefined };
}

/** The same with a person who pastes what `address` makes of the page that was opened. */
export function pasting(
  address: (page: URL) => string,
  own: Partial<ProvisionContext> = {},
  { press = ['Open Page'], change }: { press?: string[]; change?: (page: URL) => URL | string } = {},
) {
  const pages: URL[] = [];
  const type = [() => address(pages[0] ?? new URL(elsewhere))];
  return open({ press, type }, own, (page) => pages.push(page), change);
}

interface Back {
  readonly toEditor: (parameters: Parameters) => boolean | undefined;
}

/** A request of Slack's with this callback. */
export const text = (callback: string | undefined, more: object = {}) => {
  const entries = { 'oauth.api.key': 'key', 'oauth.api.secret': 'secret', 'oauth.callback.url': callback, ...more };
  return JSON.stringify({ element: { key: 'slack' }, configuration: entries, name: 'chat' });
};
export const withCode = (body: string, providerData: object) =>
  JSON.stringify({ ...(JSON.parse(body) as object), providerData });
export const stateOf = (page: URL) => page.searchParams.get('state') ?? '';

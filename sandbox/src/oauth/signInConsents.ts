/** The part of a provider in OAuth: what was asked of it, what it gave, and whether that is still good. */
import { randomBytes } from 'node:crypto';
import type { CreationRequest } from '../creationRequest';
import type { AuthMethod, ElementFacts } from '../facts';
import { HttpError } from '../respond';
import type { Settings } from '../sandboxSettings';
import type { ConsentRequest } from './parameters';

/** A request for consent that has its page. */
export interface Page extends ConsentRequest {
  /** OAuth 1 only. */
  readonly requestToken?: string;
}

/** What pressing Allow gives. */
export interface Given {
  /** What the redirect carries. */
  readonly redirect: Readonly<Record<string, string>>;
  /** What creation wants: the same, with the secret of the request token in OAuth 1. */
  readonly providerData: Readonly<Record<string, string>>;
}

export interface Consents {
  /** OAuth 1: a token for one page, and the secret that goes into `providerData` in the end. */
  readonly requestToken: (asked: ConsentRequest) => { readonly token: string; readonly secret: string };
  /** Remembers what is asked, and gives the query of its page. Throws an HttpError where the request token is not its own. */
  readonly ask: (page: Page) => string;
  /** What was asked, by the query of its page. */
  readonly find: (query: URLSearchParams) => Page | undefined;
  /** Gives a new code, or in OAuth 1 a new verifier. Undefined where the request token is spent. */
  readonly allow: (page: Page) => Given | undefined;
  /** What the redirect carries after Deny. */
  readonly deny: (page: Page) => Readonly<Record<string, string>>;
  /**
   * Takes what a page gave, once. Throws an HttpError where it was not given for this element, API key and callback, or
   * is spent, or if its properties do not belong together.
   */
  readonly redeem: (element: ElementFacts, authMethod: AuthMethod, request: CreationRequest) => void;
}

/** Lives as long as the sandbox, and grows with each page. */
export function createConsents(settings: Settings): Consents {
  const secrets = new Map<string, { readonly asked: ConsentRequest; readonly secret: string }>();
  const pages = new Map<string, Page>();
  const given = new Map<string, { readonly page: Page; readonly providerData: Given['providerData'] }>();

  function sentState(state: string): Record<string, string> {
    if (settings.callbackState === 'missing' || state === '') return {};
    return { state: settings.callbackState === 'wrong' ? newText() : state };
  }

  return {
    requestToken(asked) {
      const [token, secret] = [newText(), newText()];
      secrets.set(token, { asked, secret });
      return { token, secret };
    },
    ask(page) {
      if (page.authMethod.flow === 'oauth1-token' && !isSame(secrets.get(page.requestToken ?? '')?.asked, page)) {
        // Wording ours.
        throw new HttpError(400, 'requestToken was not given for this element, apiKey and callbackUrl, or is spent');
      }
      const query = toQuery(page);
      pages.set(query, page);
      return query;
    },
    // An editor and a browser may encode the same address differently.
    find: (query) => pages.get(new URLSearchParams([...query]).toString()),
    allow(page) {
      const { authMethod, requestToken, state } = page;
      const secret = secrets.get(requestToken ?? '')?.secret;
      if (requestToken !== undefined && secret === undefined) return undefined;
      const usual: Record<string, string> =
        requestToken === undefined
          ? { code: newCode(), ...sentState(state) }
          : { oauth_token: requestToken, oauth_verifier: newText() };
      const more = authMethod.providerData.filter((name) => !(name in usual) && !['secret', 'state'].includes(name));
      const redirect = {
        ...usual,
        ...Object.fromEntries(more.map((name) => [name, newText()])),
        ...(authMethod.providerData.includes('state') && sentState(state)),
      };
      const providerData = { ...redirect, ...(secret !== undefined && { secret }) };
      given.set(redirect.code ?? redirect.oauth_token ?? '', { page, providerData });
      return { redirect, providerData };
    },
    deny: ({ state }) => ({
      error: 'access_denied',
      error_description: 'Deny was pressed on the page of the sandbox',
      ...sentState(state),
    }),
    redeem(element, authMethod, { configuration, providerData }) {
      const name = authMethod.flow === 'oauth1-token' ? 'oauth_token' : 'code';
      // Where the documents name nothing that the page gives, nothing can be missing.
      if (authMethod.providerData.length === 0 && !(name in providerData)) return;
      if (
        !authMethod.providerData.every(
          (parameter) => typeof providerData[parameter] === 'string' && providerData[parameter],
        )
      ) {
        throw new HttpError(400, 'You must provide an OAuth code in order to create an instance of this element');
      }
      const key = String(providerData[name]);
      const found = given.get(key);
      const isRight =
        found &&
        found.page.element === element &&
        found.page.apiKey === configuration.get('oauth.api.key') &&
        // Some elements have no such entry.
        found.page.callbackUrl === (configuration.get('oauth.callback.url') ?? found.page.callbackUrl) &&
        authMethod.providerData.every((parameter) => found.providerData[parameter] === providerData[parameter]);
      // A provider's own text is passed on; this one is ours, with the error that OAuth 2 has for all of these.
      if (!isRight) throw new HttpError(400, 'Request failed', '400 - invalid_grant');
      given.delete(key);
      secrets.delete(key);
    },
  };
}

function isSame(asked: ConsentRequest | undefined, { element, apiKey, callbackUrl }: ConsentRequest): boolean {
  return asked?.element === element && asked.apiKey === apiKey && asked.callbackUrl === callbackUrl;
}

/** As a provider's address has it. The API secret is no part of it. */
function toQuery({ element, apiKey, callbackUrl, scope, state, requestToken }: Page): string {
  return new URLSearchParams({
    ...(requestToken === undefined
      ? { response_type: 'code', client_id: apiKey, redirect_uri: callbackUrl, ...(scope && { scope }) }
      : { oauth_token: requestToken }),
    ...(state && { state }),
    element: element.key,
  }).toString();
}

function newText(): string {
  return randomBytes(12).toString('hex');
}

/** Has every character that a URL has to encode, so that a code which is decoded twice, or never, is refused. */
function newCode(): string {
  return `4/0+${newText()}%25=`;
}

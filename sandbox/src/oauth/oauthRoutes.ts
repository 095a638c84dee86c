/** The calls that lead to a provider's page. */
import type { ElementFacts } from '../facts';
import { methodNotAllowed, ok, HttpError, type Reply } from '../respond';
import type { Call, Route } from '../route';
import type { Settings } from '../sandboxSettings';
import type { Consents } from './signInConsents';
import { pagePath } from './signInPage';
import { type ConsentRequest, type Parameters, readConsentRequest, readParameters, readRequired } from './parameters';

export interface OAuthDependencies {
  readonly elements: readonly ElementFacts[];
  readonly consents: Consents;
  readonly settings: Settings;
  /** Where the sandbox is, such as `http://127.0.0.1:8088`. */
  readonly origin: () => string;
}

const pageStates: Record<Settings['pageState'], (asked: ConsentRequest) => string> = {
  kept: ({ state }) => state,
  missing: () => '',
  element: ({ element }) => element.key,
};

export function createOAuthRoutes({ elements, consents, settings, origin }: OAuthDependencies): readonly Route[] {
  function url(keyOrId: string, parameters: Parameters): Reply {
    const asked = readConsentRequest(elements, keyOrId, parameters);
    const isOAuth1 = asked.authMethod.flow === 'oauth1-token';
    const carried = { ...asked, state: pageStates[settings.pageState](asked) };
    const page = isOAuth1 ? { ...carried, requestToken: readRequired(parameters, 'requestToken') } : carried;
    return ok({ element: asked.element.key, oauthUrl: `${origin()}${pagePath}?${consents.ask(page)}` });
  }

  function urlByPost({ parameter, body }: Call): Reply {
    return settings.oauthUrlByPost ? url(parameter, readParameters(body)) : methodNotAllowed(['GET']);
  }

  function token({ parameter, query }: Call): Reply {
    const asked = readConsentRequest(elements, parameter, new Map(query));
    if (asked.authMethod.flow === 'oauth1-token') return ok(consents.requestToken(asked));
    // Status and wording ours.
    throw new HttpError(400, `Element ${asked.element.key} does not sign in by OAuth 1 (${asked.authMethod.type})`);
  }

  return [
    {
      method: 'GET',
      template: '/elements/{keyOrId}/oauth/url',
      access: 'account',
      answer: ({ parameter, query }) => url(parameter, new Map(query)),
    },
    { method: 'POST', template: '/elements/{keyOrId}/oauth/url', access: 'account', answer: urlByPost },
    { method: 'GET', template: '/elements/{keyOrId}/oauth/token', access: 'account', answer: token },
  ];
}

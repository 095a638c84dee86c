import type { SignIn, SignInParameter } from '../../../../common/src/protocol/checking';
import * as messages from './messages';
import type { ApiFailure } from '../../platform/errors';

/** What the platform says, word for word, to a request without a code for an element that requires OAuth. */
const codeIsMissing = 'You must provide an OAuth code in order to create an instance of this element';

/** True where the platform made nothing because the element signs in at its provider's page. */
export function wantsSignIn({ cause, message }: ApiFailure): boolean {
  return cause === 'bad-request' && message === codeIsMissing;
}

const parameter = (name: string, entry: string, more: Partial<SignInParameter> = {}): SignInParameter => ({
  name,
  entry,
  label: messages.signInLabels[name] ?? name,
  secret: false,
  required: true,
  ...more,
});

/** How to sign in to an element that the catalog does not know: what every OAuth 2 sign-in of the platform takes. */
export const usualSignIn: SignIn = {
  flow: 'oauth2-code',
  parameters: [
    parameter('apiKey', 'oauth.api.key'),
    parameter('apiSecret', 'oauth.api.secret', { secret: true }),
    parameter('callbackUrl', 'oauth.callback.url'),
    parameter('scope', 'oauth.scope', { required: false }),
    parameter('authentication.type', 'authentication.type', { required: false }),
    parameter('siteAddress', 'siteAddress', { required: false }),
  ],
  tokenParameters: [],
  providerData: ['code'],
};

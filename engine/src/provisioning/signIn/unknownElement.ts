import type { SignIn, SignInParameter } from '../../../../common/src/protocol/checking';
import * as messages from './messages';
import type { ApiFailure } from '../../platform/errors';

/** The platform's exact reply to a request without a code for an element that requires OAuth. */
const codeIsMissing = 'You must provide an OAuth code in order to create an instance of this element';

/** True if the platform created nothing because the element requires a sign-in on its provider's page. */
export function requiresSignIn({ cause, message }: ApiFailure): boolean {
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

/** How to sign in to an element that the catalog does not know: the parameters of every OAuth 2 sign-in of the platform. */
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

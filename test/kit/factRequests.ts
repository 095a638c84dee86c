import assert from 'node:assert/strict';
import type { AuthMethod, ConfigurationEntry, ElementFacts } from '../../sandbox/src/facts';
import { newSecret } from './client/fakes';

/**
 * A request with only what the auth method requires according to the facts. Its secrets, new each time, are added to
 * `secrets`.
 */
export function requestBy(
  element: ElementFacts,
  authMethod: AuthMethod,
  callback: string | undefined,
  secrets: string[],
) {
  const valueOf = (key: string): unknown => {
    if (key === authMethod.selector?.key) return authMethod.selector.value;
    if (key === 'oauth.callback.url' && callback !== undefined) return callback;
    const entry = element.configuration.find((known) => known.key === key);
    assert.ok(entry);
    return madeUp(entry, secrets);
  };
  const keys = new Set([...authMethod.required, ...(authMethod.selector ? [authMethod.selector.key] : [])]);
  if (callback !== undefined) keys.add('oauth.callback.url');
  const configuration = Object.fromEntries([...keys].map((key) => [key, valueOf(key)]));
  const tokensAtHand =
    authMethod.flow === 'direct' && authMethod.required.some((key) => key.startsWith('oauth.user.token'));
  return {
    element: { key: element.key },
    configuration,
    tags: ['test'],
    name: 'mine',
    ...(tokensAtHand && { externalAuthentication: 'initial' }),
  };
}

function madeUp(entry: ConfigurationEntry, secrets: string[]): unknown {
  if (entry.secret) {
    const secret = newSecret();
    secrets.push(secret);
    return secret;
  }
  const values: Record<ConfigurationEntry['type'], unknown> = {
    string: 'acme7',
    password: newSecret(),
    boolean: true,
    integer: 15,
    url: 'https://acme.test/api',
    enum: entry.enum?.[0],
    json: { contacts: { url: '/contacts' } },
  };
  return values[entry.type];
}

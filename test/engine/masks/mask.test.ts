import assert from 'node:assert/strict';
import { isSecretName, mask, maskedEntries, maskJson, scrub } from '../../../engine/src/masks';
import { secretsOf } from '../../kit/client/document';
import { newSecret } from '../../kit/client/fakes';

describe('mask', () => {
  const secretNames = [
    'password',
    'oauth.api.key',
    'oauth.api.secret',
    'oauth.user.token',
    'oauth.user.refresh_token',
    'api.key',
    'apiKey',
    'key',
    'TOKEN',
    'passphrase',
    'event.notification.signature.key',
    'aws.credentials',
    'code',
    'oauth_verifier',
  ];
  for (const name of secretNames) {
    it(`treats ${name} as the name of a secret`, () => {
      assert.equal(isSecretName(name), true);
    });
  }

  for (const name of [
    'username',
    'subdomain',
    'base.url',
    'event.notification.enabled',
    'pagination.max',
    'oauth.scope',
  ]) {
    it(`does not treat ${name} as the name of a secret`, () => {
      assert.equal(isSecretName(name), false);
    });
  }

  it('masks the token and the secret entries of an answer, and nothing else', () => {
    const answer = {
      id: 700123,
      name: 'support-desk',
      token: newSecret(),
      element: { key: 'exampledesk', name: 'Example Desk', authentication: { type: 'basic' } },
      configuration: {
        username: 'ana',
        password: '********',
        'api.key': newSecret(),
        'oauth.api.secret': null,
        'event.notification.enabled': 'false',
        'pagination.max': '50',
      },
      providerData: { code: newSecret() },
      valid: true,
    };
    assert.deepEqual(maskJson(answer, []), {
      ...answer,
      token: mask,
      configuration: { ...answer.configuration, 'api.key': mask },
      providerData: { code: mask },
    });
  });

  it('masks a secret with escape sequences in a string that quotes a JSON body', () => {
    const secret = `"${newSecret()}\\\n`;
    assert.equal(maskJson(JSON.stringify({ a: secret }), [secret]), '{"a":"********"}');
  });

  it('masks a secret wherever a server returns it: under any name, as a name, inside strings and percent-encoded', () => {
    const secret = `a+/${newSecret()}`;
    const answer = {
      username: secret,
      list: [`before ${secret} after`, 'plain'],
      url: `https://example.com/?k=${encodeURIComponent(secret)}`,
      [secret]: 1,
    };
    const shown = JSON.stringify(maskJson(answer, [secret]));
    assert.equal(shown.includes(secret) || shown.includes(encodeURIComponent(secret)), false);
    assert.equal(shown.includes(`before ${mask} after`) && shown.includes('plain'), true);
  });

  it('masks every string and number under a secret name', () => {
    assert.deepEqual(maskJson({ credentials: { a: ['x', 1, true, null, ''] } }, []), {
      credentials: { a: [mask, mask, true, null, ''] },
    });
  });

  it('masks a short secret only if it is the complete value', () => {
    assert.deepEqual(maskJson({ a: 'abc', b: 'abcdef', c: 17 }, ['abc', '17']), { a: mask, b: 'abcdef', c: mask });
  });

  it('finds the secrets of a request: by name, in providerData, and where the platform masked them', () => {
    const [key, code, verifier, account, url] = [newSecret(), newSecret(), newSecret(), newSecret(), newSecret()];
    const body = {
      name: 'desk',
      element: { key: 'exampledesk' },
      configuration: {
        'api.key': key,
        account,
        'site.url': url,
        'use.token': 'true',
        'old.password': mask,
        nothing: null,
      },
      providerData: { code, more: [{ verifier }] },
    };
    const answer = { configuration: { account: mask, 'site.url': url } };
    assert.deepEqual(new Set(secretsOf(body, [])), new Set([key, code, verifier]));
    assert.deepEqual(new Set(secretsOf(body, maskedEntries(answer))), new Set([key, account, code, verifier]));
    assert.deepEqual(new Set(secretsOf(body, ['site.url'])), new Set([key, url, code, verifier]));
  });

  it('treats every entry as secret if nothing is known about the element', () => {
    assert.deepEqual(secretsOf({ configuration: { subdomain: 'desk', 'events.on': true } }, undefined), ['desk']);
  });

  it('finds both values of a duplicate property, and all digits of a long number', () => {
    const text = '{"configuration":{"password":"first1","password":"second","pin":12345678901234567890}}';
    assert.deepEqual(secretsOf(text, []), ['first1', 'second', '12345678901234567890', '12345678901234567000']);
  });

  it('finds nothing in a body that is not a request', () => {
    for (const body of [undefined, null, 'text', [], { configuration: [] }, { providerData: null }]) {
      assert.deepEqual(secretsOf(body, undefined), []);
    }
  });

  it('leaves nothing of a secret that contains another', () => {
    assert.equal(scrub('x abcdefgh y', ['abcd', 'abcdefgh']), `x ${mask} y`);
  });

  it('masks a secret with a lone surrogate', () => {
    assert.equal(scrub('a \ud800bcd', ['\ud800bcd']), `a ${mask}`);
  });
});

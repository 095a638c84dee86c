import assert from 'node:assert/strict';
import { mask, maskJson } from '../../../engine/src/masks';
import { built, secretsOf } from '../../kit/client/document';
import { newSecret } from '../../kit/client/fakes';

/** Strings of a request that contain a secret, by what they show. `§` is the secret; `encode` says how it is written there. */
const within: [what: string, text: string, encode?: (secret: string) => string][] = [
  ['a password in an address', 'https://me:§@h.example:8080/path?x=1'],
  ['a password without a user', 'redis://:§@h.example'],
  ['a password with characters that should be encoded', 'ftp://me:a/§?b@h.example/'],
  ['a password that begins like a path', 'ftp://me:/§@h.example/'],
  ['a password with an @', 'https://me:@§@h.example/@x'],
  ['a percent-encoded password', 'https://me:§@h.example', (secret) => encodeURIComponent(`${secret}@/ä`)],
  ['a password in the address of a database', 'jdbc:postgresql://me:§@h.example:5432/db'],
  ['a password in the address of an Oracle database', 'jdbc:oracle:thin:me/§@h.example:1521:db'],
  ['a password in the address of an Oracle service', 'jdbc:oracle:thin:me/§@//h.example:1521/db'],
  ['a password in an address without a scheme', 'me:§@h.example'],
  ['a password in an address within other text', 'see https://me:§@h.example, please'],
  ['a password in the second of two addresses', 'https://me:secret1@a.example,https://me:§@b.example'],
  ['a parameter', 'https://h.example/p?a=1&api_key=§&b=2'],
  ['a parameter in a fragment', 'https://h.example/#access_token=§&b=2'],
  ['a parameter at the end of an address', 'https://h.example/?client_secret=§'],
  ['a parameter whose name is encoded', 'https://h.example/?client%5Fsecret=§'],
  ['a parameter within other text', 'see https://h.example/?token=§ please'],
  [
    'a parameter that is percent-encoded',
    'https://h.example/?token=§',
    (secret) => encodeURIComponent(`${secret}&b=ä`),
  ],
  ['a parameter of a form', 'token=§&x=1', (secret) => `${secret}+1`],
  ['an address in the query of another', `https://h.example/?to=${encodeURIComponent('https://me:§@i.example/?x=1')}`],
  ['an address in HTML', 'https://h.example/?a=1&amp;token=§&amp;b=2'],
  ['a property in the address of a database', 'jdbc:sqlserver://h.example:1433;user=me;password=§ 1;x=1'],
  ['a connection string', 'Server=h.example;User Id=me;Password=§ ;x=1;'],
  ['a value with a semicolon', 'https://h.example/?token=a;§'],
  ['a value in quotes', `host=h.example password='a b§' user=me`],
  ['a properties file', 'user=me\npassword = §\nx=1'],
  ['JSON', '{"a":[{"clientSecret":"§"}],"b":1}'],
  ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ a: JSON.stringify({ token: '§' }) }) })],
  ['JSON under a secret name', '{"credentials":{"x":["§"]}}'],
  ['a JSON array', ' [{"password":"§"}]'],
  ['JSON in a JSON string', '"{\\"password\\":\\"§\\"}"'],
  ['an address in JSON', '{"url":"https:\\/\\/me:§@h.example"}'],
  ['truncated JSON', '{"a":1,"token":"§","b":"c'],
  ['JSON that is truncated within the secret', '{"a":1,"token":"§'],
  ['JSON with single quotes', "{'token': '§', 'b': 'c'}"],
];

describe('a secret inside a string of a request', () => {
  for (const [what, text, encode = (secret: string) => secret] of within) {
    it(`is found, and only it is masked where the request or an answer is shown: ${what}`, () => {
      const secret = newSecret().replaceAll(/[^a-z\d]/gi, '');
      const whole = text.replace('§', encode(secret)).replaceAll('%C2%A7', encode(secret));
      const value = { element: { key: 'x' }, configuration: { 'event.poller.configuration': whole }, name: 'desk' };
      const request = JSON.stringify(value);
      const { shown, hidden } = built(request, new Map(), []);
      assert.equal(shown.includes(secret), false, shown);
      assert.ok(hidden.length > 0 && shown.includes(mask));
      // The host is still visible: where the request goes is never hidden.
      assert.equal(shown.includes('h.example'), text.includes('h.example'), shown);
      assert.equal(
        secretsOf(request, []).some((known) => known.includes(secret)),
        true,
      );
      assert.equal(JSON.stringify(maskJson(value, [])).includes(secret), false);
    });
  }

  it('is found both decoded and as the address spells it', () => {
    const body = { configuration: { url: 'https://me:p%40ss+1@h.example/?token=a%2Fb%20c' } };
    const known = secretsOf(body, []);
    for (const secret of ['p%40ss+1', 'p@ss+1', 'p@ss 1', 'a%2Fb%20c', 'a/b c'])
      assert.ok(known.includes(secret), secret);
    assert.deepEqual(secretsOf({ url: 'https://me:1234@h.example:80/' }, []), ['1234']);
  });

  it('is found in addition to the complete value if that is secret', () => {
    const known = secretsOf({ providerData: { url: 'https://me:pass1@h.example', more: '{"a":"inner"}' } }, []);
    assert.deepEqual(known, ['https://me:pass1@h.example', 'pass1', '{"a":"inner"}', 'inner']);
  });

  it('is found under a secret name outside of the configuration, whether or not the element is known', () => {
    for (const entries of [undefined, []]) {
      assert.deepEqual(secretsOf({ tags: [{ x: { api_key: ['k3y1'] } }], element: { key: 'desk' } }, entries), [
        'k3y1',
      ]);
    }
  });

  it('is found in a header with and without the scheme before it', () => {
    assert.deepEqual(secretsOf({ headers: { Authorization: 'Bearer abc1' } }, []), ['Bearer abc1', 'abc1']);
  });

  const plain = [
    'https://h.example:8080/users/@me',
    'https://h.example:8080?mail=me@h.example',
    'https://[::1]:8080/@x',
    'https://me@h.example/',
    'mailto:me@h.example',
    'me@h.example',
    'git@h.example:me/desk.git',
    'jdbc:oracle:thin:@//h.example:1521/db',
    'jdbc:mysql://h.example/db?mail=me@h.example',
    'at 12:30 me@h.example',
    'https://h.example/?a=1&b=2#c=3',
    'The password of this account',
    'Help desk: token, code and key',
    '{"a":[{"b":"c"}],"d":"https://h.example"}',
    '[1, true, null',
  ];
  for (const text of plain) {
    it(`is not found in ${text}`, () => {
      const body = JSON.stringify({ element: { key: 'x' }, configuration: { a: text } });
      assert.deepEqual(built(body, new Map(), []), { body, shown: body, hidden: [] });
      assert.deepEqual([secretsOf(body, []), maskJson(text, [])], [[], text]);
    });
  }
});

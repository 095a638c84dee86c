import assert from 'node:assert/strict';
import { mask, maskJson } from '../../../engine/src/masks';
import { built, secretsOf } from '../../kit/client/document';
import { newSecret } from '../../kit/client/fakes';

/** What stands around a secret in a text of a request, by what it shows. `§` is the secret, in all but the last column. */
const within: [what: string, text: string, encode?: (secret: string) => string][] = [
  ['the password of an address', 'https://me:§@h.example:8080/path?x=1'],
  ['one without a user', 'redis://:§@h.example'],
  ['one with characters that it should not have', 'ftp://me:a/§?b@h.example/'],
  ['one that begins like a path', 'ftp://me:/§@h.example/'],
  ['one with an @', 'https://me:@§@h.example/@x'],
  ['one that is percent-encoded', 'https://me:§@h.example', (secret) => encodeURIComponent(`${secret}@/ä`)],
  ['that of a database', 'jdbc:postgresql://me:§@h.example:5432/db'],
  ['that of an Oracle database', 'jdbc:oracle:thin:me/§@h.example:1521:db'],
  ['that of an Oracle service', 'jdbc:oracle:thin:me/§@//h.example:1521/db'],
  ['one without a scheme', 'me:§@h.example'],
  ['one within other text', 'see https://me:§@h.example, please'],
  ['the second of two', 'https://me:secret1@a.example,https://me:§@b.example'],
  ['a parameter', 'https://h.example/p?a=1&api_key=§&b=2'],
  ['a parameter in a fragment', 'https://h.example/#access_token=§&b=2'],
  ['a parameter that ends the address', 'https://h.example/?client_secret=§'],
  ['a parameter whose name is encoded', 'https://h.example/?client%5Fsecret=§'],
  ['a parameter within other text', 'see https://h.example/?token=§ please'],
  [
    'a parameter that is percent-encoded',
    'https://h.example/?token=§',
    (secret) => encodeURIComponent(`${secret}&b=ä`),
  ],
  ['a parameter as a form has it', 'token=§&x=1', (secret) => `${secret}+1`],
  ['an address in the query of another', `https://h.example/?to=${encodeURIComponent('https://me:§@i.example/?x=1')}`],
  ['an address as HTML has it', 'https://h.example/?a=1&amp;token=§&amp;b=2'],
  ['a database with properties', 'jdbc:sqlserver://h.example:1433;user=me;password=§ 1;x=1'],
  ['a connection string', 'Server=h.example;User Id=me;Password=§ ;x=1;'],
  ['what has a semicolon', 'https://h.example/?token=a;§'],
  ['what is in quotes', `host=h.example password='a b§' user=me`],
  ['a file of properties', 'user=me\npassword = §\nx=1'],
  ['JSON', '{"a":[{"clientSecret":"§"}],"b":1}'],
  ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ a: JSON.stringify({ token: '§' }) }) })],
  ['JSON under a secret name', '{"credentials":{"x":["§"]}}'],
  ['a list', ' [{"password":"§"}]'],
  ['a string', '"{\\"password\\":\\"§\\"}"'],
  ['an address in JSON', '{"url":"https:\\/\\/me:§@h.example"}'],
  ['JSON that was cut', '{"a":1,"token":"§","b":"c'],
  ['JSON that was cut within', '{"a":1,"token":"§'],
  ['what is like JSON', "{'token': '§', 'b': 'c'}"],
];

describe('a secret within a text of a request', () => {
  for (const [what, text, encode = (secret: string) => secret] of within) {
    it(`is known, and masked alone in what is shown, and in an answer: ${what}`, () => {
      const secret = newSecret().replaceAll(/[^a-z\d]/gi, '');
      const whole = text.replace('§', encode(secret)).replaceAll('%C2%A7', encode(secret));
      const value = { element: { key: 'x' }, configuration: { 'event.poller.configuration': whole }, name: 'desk' };
      const request = JSON.stringify(value);
      const { shown, hidden } = built(request, new Map(), []);
      assert.equal(shown.includes(secret), false, shown);
      assert.ok(hidden.length > 0 && shown.includes(mask));
      // What stands around it is still there: where the request goes is never hidden.
      assert.equal(shown.includes('h.example'), text.includes('h.example'), shown);
      assert.equal(
        secretsOf(request, []).some((known) => known.includes(secret)),
        true,
      );
      assert.equal(JSON.stringify(maskJson(value, [])).includes(secret), false);
    });
  }

  it('is known as it is meant, and not only as the address spells it', () => {
    const body = { configuration: { url: 'https://me:p%40ss+1@h.example/?token=a%2Fb%20c' } };
    const known = secretsOf(body, []);
    for (const secret of ['p%40ss+1', 'p@ss+1', 'p@ss 1', 'a%2Fb%20c', 'a/b c'])
      assert.ok(known.includes(secret), secret);
    assert.deepEqual(secretsOf({ url: 'https://me:1234@h.example:80/' }, []), ['1234']);
  });

  it('is known beside the whole, where that is secret, too', () => {
    const known = secretsOf({ providerData: { url: 'https://me:pass1@h.example', more: '{"a":"inner"}' } }, []);
    assert.deepEqual(known, ['https://me:pass1@h.example', 'pass1', '{"a":"inner"}', 'inner']);
  });

  it('is known under a secret name outside of the configuration, whether or not the element is', () => {
    for (const entries of [undefined, []]) {
      assert.deepEqual(secretsOf({ tags: [{ x: { api_key: ['k3y1'] } }], element: { key: 'desk' } }, entries), [
        'k3y1',
      ]);
    }
  });

  it('of a header is known without the word before it', () => {
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
    it(`is none in ${text}`, () => {
      const body = JSON.stringify({ element: { key: 'x' }, configuration: { a: text } });
      assert.deepEqual(built(body, new Map(), []), { body, shown: body, hidden: [] });
      assert.deepEqual([secretsOf(body, []), maskJson(text, [])], [[], text]);
    });
  }
});

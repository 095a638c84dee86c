import assert from 'node:assert/strict';
import { otherHosts } from '../../client/src/provisioning/request/hosts';
import { fillReferences, findReferences, hideValues } from '../../client/src/provisioning/request/references';

const texts = (json: string) => findReferences(json).map(({ text }) => text);

describe('references in a request', () => {
  it('are found in values at any depth, each once, in order', () => {
    const json = '{ "a": "${env:A}", "b": ["x ${secret:B.c-d} ${env:A}", { "c": "${secret:_1}" }] }';
    assert.deepEqual(texts(json), ['${env:A}', '${secret:B.c-d}', '${secret:_1}']);
  });

  it('are found however the value is written', () => {
    assert.deepEqual(texts('["\\u0024{env:A}", "\\\\${env:B}", "\\"${env:C}"]'), ['${env:A}', '${env:B}', '${env:C}']);
  });

  it('are none in names, and none in what only resembles one', () => {
    assert.deepEqual(
      texts('{ "${env:A}": 1, "${env:B}" : "${env:}", "c": "${ENV:C} $env:C ${env:1} {env:C} ${env: C}" }'),
      [],
    );
  });

  it('give way to values of any characters, and the text stays JSON', () => {
    const value = 'a"b\\c\n\r\t\u0000\u2028\ud800 $& $1 é 😀 ${env:B} “”';
    const json = '{ "a": "<${env:A}>", "b": "${env:B}" }';
    const filled = fillReferences(
      json,
      new Map([
        ['${env:A}', value],
        ['${env:B}', '2'],
      ]),
    );
    assert.deepEqual(JSON.parse(filled), { a: `<${value}>`, b: '2' });
  });

  it('leave all around them as it is, to the byte', () => {
    const before = '{ "n" : 12345678901234567890, "${env:A}":"\\u0041\\/", "n": 1.0,\r\n\t"a": ';
    const filled = fillReferences(`${before}"\${env:A}" }\n`, new Map([['${env:A}', 'x']]));
    assert.equal(filled, `${before}"x" }\n`);
  });

  it('stand in for their values where something is shown', () => {
    const values = new Map([
      ['${env:A}', 'en'],
      ['${env:B}', 'secret.en'],
      ['${env:C}', ''],
    ]);
    assert.equal(hideValues('x.secret.en/en', values), 'x.${env:B}/${env:A}');
  });
});

describe('addresses in a request with references', () => {
  const hosts = (value: unknown, values: Record<string, string> = {}) =>
    otherHosts(JSON.stringify({ a: [value] }), new Map(Object.entries(values)), 'api.example.com');

  const rows: readonly (readonly [name: string, value: string, hosts: string[]])[] = [
    ['of a callback', 'https://evil.example/cb?x=${env:A}', ['evil.example']],
    ['with port and user', 'ftp://me:pw@evil.example:2121/x', ['evil.example:2121']],
    ['without a scheme', '//evil.example/x', ['evil.example']],
    ['that is a host alone', 'evil.example:8080/x', ['evil.example:8080']],
    ['that is numbers', '203.0.113.7', ['203.0.113.7']],
    ['in the query of another', 'https://a.example/?to=https%3A%2F%2Fevil.example%2F', ['a.example', 'evil.example']],
    ['as browsers read backslashes', String.raw`https:\\evil.example\x`, ['evil.example']],
    ['within other text', 'see https://evil.example, or not', ['evil.example']],
    ['in letters that look alike', 'https://еvil.example/', ['xn--vil-qdd.example']],
    ['that a reference is part of', 'https://${env:A}.evil.example/', ['${env:A}.evil.example']],
    ['of the account itself, not', 'https://API.example.com/elements', []],
    ['in an e-mail address, not', 'me@evil.example', []],
    ['in plain words, not', 'Help desk no. 1/2', []],
  ];
  for (const [name, value, expected] of rows) {
    it(`${name}, are ${name.endsWith('not') ? 'named' : 'told'}`, () => {
      assert.deepEqual(hosts(value), expected);
    });
  }

  it('that a value completes are told, with the reference in place of the value', () => {
    const values = { '${env:HOME}': '/', '${env:A}': 'Abc' };
    assert.deepEqual(hosts('https:/${env:HOME}${env:A}.evil.example', values), [
      '${env:HOME}${env:A}.evil.example',
      '${env:A}.evil.example',
    ]);
  });

  it('that lie in a value alone are not told: they are secret, too', () => {
    assert.deepEqual(hosts('${env:URL}', { '${env:URL}': 'https://me:pw@db.internal.example/x' }), []);
  });
});

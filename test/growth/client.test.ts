import assert from 'node:assert/strict';
import type { ApiFailure } from '../../engine/src/platform/errors';
import { maskJson, scrub } from '../../engine/src/masks';
import { showResponse } from '../../engine/src/provisioning/outcome/lastResponse';
import { locateFailure } from '../../engine/src/provisioning/outcome/locateFailure';
import { addEntries } from '../../engine/src/provisioning/request/addEntries';
import { referencesOf } from '../../engine/src/provisioning/request/referringTexts';
import { readDocument } from '../../engine/src/provisioning/request/requestDocument';
import { aDocument, aJson, built, filledIn, secretsOf } from '../kit/client/document';
import { assertLinear } from '../kit/growth';

/** Names and values, no two alike. */
function entriesOf(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`entry.${index}`, `value ${index * 7919} of it`]),
  );
}

const requestOf = (configuration: object) => JSON.stringify({ element: { key: 'desk' }, configuration });
const refusal = (message: string): ApiFailure => {
  return { cause: 'bad-request', host: 'h', status: 400, message, notJson: false, maybeDone: false };
};
const answer = (text: string) => ({ status: 200, headers: {}, text });
const deep = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

describe('work over requests and answers takes at most twice as long for twice as much', function () {
  // Ends one that does not come to an end, on whatever machine.
  this.timeout(120_000);

  /** Of each, many make a text on which something could go over the same place again and again. */
  const pieces = ['a', ' ', '.', '"', "'", '\\', '[', '1,', ':', '@', '%41', '%25', '+', '&amp;', '&', '\\n', '\\\\"'];
  const addresses = [
    '//a:b',
    '//a:b@',
    '//a:b/@',
    '//',
    'a:',
    'key=',
    ';key=',
    ' key=a',
    'key=a;',
    'key="',
    'key=;  ',
    ', ',
  ];
  const json = ['"key":"', "'key':", '{"key":', '"a":"\\"', '"key" ', '%5C%26amp;+\\\\'];
  for (const piece of [...pieces, ...addresses, ...json]) {
    it(`masks in a text of ${JSON.stringify(piece)}`, () => {
      const secrets = ['s3cret"value', 'aaaab'];
      assertLinear(
        (times) => piece.repeat((times * 6_000) / piece.length),
        (text) => [maskJson([text, `key=${text}`, `//u:${text}@`, `"key":"${text}`], secrets)],
      );
    });
  }

  const many: [what: string, work: (entries: Record<string, string>) => unknown][] = [
    ['an answer that repeats them', (entries) => maskJson(entries, secretsOf(requestOf(entries), undefined))],
    ['a text that repeats them', (entries) => scrub(Object.values(entries).join(), Object.values(entries))],
    ['a request', (entries) => built(requestOf({ ...entries, more: Object.values(entries) }), new Map(), undefined)],
    ['a request of known secret entries', (entries) => built(requestOf(entries), new Map(), Object.keys(entries))],
    ['JSON in a text', (entries) => built(requestOf({ a: JSON.stringify({ token: entries }) }), new Map(), [])],
    ['an address', (entries) => secretsOf({ a: `//h?key=${Object.values(entries).join('&key=')}` }, [])],
    [
      'references',
      (entries) => {
        const values = new Map(Object.entries(entries).map(([name, value]) => [`\${env:${name}}`, value]));
        const text = requestOf({ a: [...values.keys()], b: [...values.keys()].join() });
        return [built(text, values, []), filledIn(text, values), referencesOf(aDocument(text))];
      },
    ],
    [
      'additions',
      (entries) => addEntries(aDocument(requestOf(entries)), { configuration: entries, providerData: entries }),
    ],
    [
      'properties to leave out',
      (entries) => readDocument(requestOf(entries).replaceAll('entry.', '$schema').replace('{', '{"$schema":1,')),
    ],
    [
      'names in a message',
      (entries) =>
        locateFailure(aJson(requestOf(entries)), refusal(Object.keys(entries).join(' ')), Object.keys(entries)),
    ],
  ];
  for (const [what, work] of many) {
    it(`with many entries, for ${what}`, () => {
      assertLinear((times) => entriesOf(times * 250), work);
    });
  }

  it('with secrets of which each begins like the text', () => {
    assertLinear(
      (times) => 'a'.repeat(times * 4_000),
      (text) => scrub(text, [`${text}b`, `b${text}`, `${text.slice(1)}c`]),
    );
  });

  for (const message of [' ', '(', '[a,', ': ', 'a.', '..', '"', ' and ', ', ']) {
    it(`finds names in a message of ${JSON.stringify(message)}`, () => {
      assertLinear(
        (times) => message.repeat(times * 10_000),
        (text) => locateFailure(aJson('{"configuration":{"a":1}}'), refusal(text), ['a.b']),
      );
    });
  }

  it('at any depth', () => {
    assertLinear(
      (times) => deep(times * 5_000),
      (text) => [secretsOf(`{"a":${text}}`, []), built(text, new Map(), []), showResponse(answer(text), [])],
    );
  });
});

describe('100,000 nested arrays', function () {
  this.timeout(120_000);
  const text = deep(100_000);
  const request = `{"element":{"key":"desk"},"configuration":{"a":${text},"password":${JSON.stringify(text.replace('1', '12345'))}}}`;

  it('are read in a request, and what is secret in them is masked', () => {
    const secret = `{"providerData":${text}}`;
    assert.deepEqual(secretsOf(secret.replace('1', '12345'), []), ['12345']);
    const { body, shown, hidden } = built(secret, new Map(), []);
    assert.deepEqual([body, shown, hidden.length], [secret, secret.replace('1', '********'), 1]);
    assert.equal(built(request, new Map(), []).shown.includes(`"a":${text}`), true);
    assert.equal(locateFailure(aJson(request), refusal('Check a and password'), []).length, 1);
  });

  it('are masked in an answer, where they are deeper than any that the platform gives', () => {
    const shown = showResponse(answer(`{"id":7,"a":${text}}`), []);
    assert.match(shown, /"id": 7/);
    assert.match(shown, /"\*{8}"/);
  });
});

describe('an answer of 16 MB', () => {
  const size = 16_000_000;
  const texts: Record<string, string> = {
    'one secret': `"key":"${'a'.repeat(size)}`,
    'one password': `//u:${'a/'.repeat(size / 2)}@`,
  };
  for (const [what, text] of Object.entries(texts)) {
    it(`is shown where it is ${what}`, function () {
      this.timeout(120_000);
      assert.equal(showResponse(answer(text), ['s3cret']).length > 0, true);
    });
  }
});

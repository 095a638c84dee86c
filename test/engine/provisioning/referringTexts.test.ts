import assert from 'node:assert/strict';
import { referencesOf } from '../../../engine/src/provisioning/request/referringTexts';
import { aDocument, filledIn } from '../../kit/client/document';

const texts = (json: string) => referencesOf(aDocument(json)).map(({ text }) => text);

describe('references in a request', () => {
  it('are found in values at any depth, each once, in order', () => {
    const json = '{ "a": "${env:A}", "b": ["x ${secret:B.c-d} ${env:A}", { "c": "${secret:_1}" }] }';
    assert.deepEqual(texts(json), ['${env:A}', '${secret:B.c-d}', '${secret:_1}']);
  });

  it('are found with any escape sequences in the value', () => {
    assert.deepEqual(texts('["\\u0024{env:A}", "\\\\${env:B}", "\\"${env:C}"]'), ['${env:A}', '${env:B}', '${env:C}']);
  });

  it('are not found in property names or in text that only resembles one', () => {
    assert.deepEqual(
      texts('{ "${env:A}": 1, "${env:B}" : "${env:}", "c": "${ENV:C} $env:C ${env:1} {env:C} ${env: C}" }'),
      [],
    );
  });

  it('are replaced with values of any characters, and the text stays valid JSON', () => {
    const value = 'a"b\\c\n\r\t\u0000\u2028\ud800 $& $1 é 😀 ${env:B} “”';
    const json = '{ "a": "<${env:A}>", "b": "${env:B}" }';
    const filled = filledIn(
      json,
      new Map([
        ['${env:A}', value],
        ['${env:B}', '2'],
      ]),
    );
    assert.deepEqual(JSON.parse(filled), { a: `<${value}>`, b: '2' });
  });

  it('are replaced without changing any other byte', () => {
    const before = '{ "n" : 12345678901234567890, "${env:A}":"\\u0041\\/", "n": 1.0,\r\n\t"a": ';
    const filled = filledIn(`${before}"\${env:A}" }\n`, new Map([['${env:A}', 'x']]));
    assert.equal(filled, `${before}"x" }\n`);
  });
});

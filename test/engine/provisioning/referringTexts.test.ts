import assert from 'node:assert/strict';
import { referencesOf } from '../../../engine/src/provisioning/request/referringTexts';
import { aDocument, filledIn } from '../../kit/client/document';

const texts = (json: string) => referencesOf(aDocument(json)).map(({ text }) => text);

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
    const filled = filledIn(
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
    const filled = filledIn(`${before}"\${env:A}" }\n`, new Map([['${env:A}', 'x']]));
    assert.equal(filled, `${before}"x" }\n`);
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { breakLines, escapeUnseen } from '../../../engine/src/provisioning/request/formatForReview';
import { linesAroundReferences, maskForReview } from '../../../engine/src/provisioning/request/maskForReview';
import { assertLinear } from '../../kit/growth';
import { aDocument, aJson } from '../../kit/client/document';
import { newSecret } from '../../kit/client/fakes';

describe('a request masked for review', () => {
  const value = newSecret();
  const hostValue = randomBytes(8).toString('hex');
  const values = new Map([
    ['${env:HOST}', hostValue],
    ['${secret:B}', value],
    ['${env:A}', `${newSecret()}"\\`],
  ]);
  const rows: [what: string, written: string, expected: string][] = [
    ['a reference alone', '"password":"${secret:B}"', '"password":"${secret:B}"'],
    [
      'a reference as a part of a value',
      '"url":"https://h.example/?k=${secret:B}&x"',
      '"url":"https://h.example/?k=${secret:B}&x"',
    ],
    [
      'a reference as a part of a secret value',
      '"password":"a${secret:B}b${env:A}"',
      '"password":"********${secret:B}********${env:A}"',
    ],
    [
      'a reference with escape sequences',
      String.raw`"password":"x\u0024{secret:B}"`,
      String.raw`"password":"********\u0024{secret:B}"`,
    ],
    ['secrets next to a reference', '"password":"p@ss","x":"${env:A}"', '"password":"********","x":"${env:A}"'],
    ['numbers that are secret', '"password":12345,"x":"${env:A}"', '"password":********,"x":"${env:A}"'],
    [
      'the host of a secret address',
      '"password":"https://me:pw@evil.example:1/x?k=${secret:B}&y"',
      '"password":"https://********@evil.example:1********${secret:B}********"',
    ],
    [
      'the host of an address in a property that sounds secret',
      '"oauth.token.url":"jdbc:mysql:\\/\\/evil\\/x","x":"${env:A}"',
      '"oauth.token.url":"jdbc:mysql:\\/\\/evil********","x":"${env:A}"',
    ],
    [
      'a host that is the value of a reference',
      `"password":"https://me@${hostValue}.example/","x":"\${env:HOST}"`,
      '"password":"********","x":"${env:HOST}"',
    ],
    [
      'the value of a reference written literally',
      `"note":"is ${value}","x":"\${secret:B}"`,
      '"note":"is ********","x":"${secret:B}"',
    ],
    [
      'the value of a reference written literally next to it',
      `"note":"${value} \${secret:B}"`,
      '"note":"******** ${secret:B}"',
    ],
    [
      'a reference that a mask cuts',
      '"url":"https://h/?token=${secret:B}@@x${env:A}"',
      '"url":"https://h/?token=${secret:B}********${env:A}"',
    ],
  ];
  for (const [what, written, expected] of rows) {
    it(`is correct for ${what}`, () => {
      const wrap = (entries: string) => `{"configuration":{${entries}}}`;
      assert.equal(maskForReview(aDocument(wrap(written)), values, ['password']).text, wrap(expected));
    });
  }

  it('contains no value of a reference, for any request', () => {
    const piece = fc.constantFrom(
      '@',
      hostValue,
      '${secret:B}',
      '${env:A}',
      value,
      'x',
      '"',
      '\\',
      '\n',
      'https://h/?',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('password', 'x', 'url', 'providerData'),
          fc.array(piece).map((all) => all.join('')),
        ),
        (configuration) => {
          const shown = maskForReview(aDocument(JSON.stringify({ configuration })), values, ['password']).text;
          for (const secret of values.values())
            assert.equal(shown.includes(JSON.stringify(secret).slice(1, -1)), false);
          const count = (text: string) => text.split(/\$\{(?:secret:B|env:A)\}/).length;
          assert.equal(count(shown), count(JSON.stringify({ configuration })));
        },
      ),
    );
  });

  const lines = (request: unknown) => linesAroundReferences(aJson(JSON.stringify(request)));

  it('has the lines of the complete object that contains a reference', () => {
    assert.deepEqual(
      lines({ element: { key: 'x' }, configuration: { password: '${env:A}', subdomain: 'acme' }, tags: ['t'] }),
      ['"configuration": {', '  "password": "${env:A}",', '  "subdomain": "acme"', '}'],
    );
  });

  it('has the lines of the outermost of nested objects, also through arrays', () => {
    const configuration = { site: 'acme', deep: [{ x: '${env:A}' }, { y: 1 }], 'z.z': { a: '${secret:B}', b: {} } };
    assert.deepEqual(lines({ configuration, name: 'n' })[1]?.trim(), '"site": "acme",');
    assert.equal(lines({ configuration, name: 'n' }).length, 11);
  });

  it('has the lines of each object, also of the same name, or of the entire request for a reference outside of objects', () => {
    const two = '{"configuration":{"a":"${env:A}"},"x":1,"configuration":{"a":"${env:A}","site":"evil"}}';
    assert.deepEqual(linesAroundReferences(aJson(two)), [
      '"configuration": { "a": "${env:A}" }',
      '"configuration": {',
      '  "a": "${env:A}",',
      '  "site": "evil"',
      '}',
    ]);
    assert.deepEqual(lines({ configuration: { a: '${env:A}' }, name: 'at ${env:B}' }), [
      '{',
      '  "configuration": { "a": "${env:A}" },',
      '  "name": "at ${env:B}"',
      '}',
    ]);
    assert.deepEqual(lines({ tags: ['${env:A}'], x: 1 })[2], '  "x": 1');
  });

  it('has no lines if there are no references', () => {
    assert.deepEqual(lines({ configuration: { a: '${x}' } }), []);
  });

  const pieces = ['a', 'a.', 'a:', 'a://', 'a@', 'https://a@', '\u202e', 'е', 'aе', '\\\\', '\\u0024{', '${env:A} '];
  for (const piece of pieces) {
    it(`takes at most twice as long for twice as much of ${JSON.stringify(piece)}`, () => {
      assertLinear(
        (times) => `{"configuration":{"password":"${piece.repeat(times * 4_000)}","x":"\${env:A}"}}`,
        (text) =>
          breakLines(
            escapeUnseen(linesAroundReferences(maskForReview(aDocument(text), values, ['password'])).join('\n')),
            100,
          ),
      );
    });
  }

  const shapes: [what: string, make: (count: number) => string][] = [
    ['nested objects', (count) => `{"a":${'{"b":'.repeat(count)}"\${env:A}"${'}'.repeat(count)}}`],
    ['objects side by side', (count) => `{"a":[${Array<string>(count).fill('{"b":"${env:A}"}').join()}]}`],
    ['references in one object', (count) => `{"a":[${Array<string>(count).fill('"${env:A}"').join()}]}`],
    ['secret addresses', (count) => `{"token":[${Array<string>(count).fill('"https://a.example/${env:A}"').join()}]}`],
  ];
  for (const [what, make] of shapes) {
    it(`takes at most twice as long for twice as many ${what}`, () => {
      assertLinear(
        (times) => make(times * 500),
        (text) => linesAroundReferences(maskForReview(aDocument(text), values, [])),
      );
    });
  }
});

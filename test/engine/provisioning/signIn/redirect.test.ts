import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  recognize,
  parametersOfAddress,
  parametersOfDecodedQuery,
  use,
  type Expected,
  type Parameters,
} from '../../../../engine/src/provisioning/signIn/redirect';

const oauth2: Expected = { flow: 'oauth2-code', state: 's1' };
const oauth1: Expected = { flow: 'oauth1-token', requestToken: 't1' };

/** The page has a state that others know, such as the key of the element, or none. */
const known: Expected = { flow: 'oauth2-code', pageState: 'slack' };
const none: Expected = { flow: 'oauth2-code' };

describe('redirect', () => {
  const cases: [what: string, expected: Expected, parameters: Parameters, kind: string, fromPerson?: string][] = [
    ['a code with the state', oauth2, { code: 'c', state: 's1' }, 'granted'],
    ['a code with another parameter', oauth2, { code: 'c', state: 's1', realmId: '7' }, 'granted'],
    ['a code with another state', oauth2, { code: 'c', state: 's2' }, 'other-sign-in'],
    ['a code with the state in uppercase', oauth2, { code: 'c', state: 'S1' }, 'other-sign-in'],
    ['a code with the state and a space', oauth2, { code: 'c', state: 's1 ' }, 'other-sign-in'],
    ['a code without a state', oauth2, { code: 'c' }, 'other-sign-in'],
    ['nothing but the state', oauth2, { state: 's1' }, 'incomplete'],
    ['an empty code', oauth2, { code: '', state: 's1' }, 'incomplete'],
    ['a refusal', oauth2, { error: 'access_denied', state: 's1' }, 'denied'],
    ['a refusal with the parameter of an older page', oauth2, { not_approved: 'true', state: 's1' }, 'denied'],
    ['a refusal of another sign-in', oauth2, { error: 'access_denied', state: 's2' }, 'other-sign-in'],
    ['a refusal without a state', oauth2, { error: 'access_denied' }, 'other-sign-in'],
    ['an older refusal without a state', oauth2, { not_approved: 'true' }, 'other-sign-in'],
    ['a token with its verifier', oauth1, { oauth_token: 't1', oauth_verifier: 'v' }, 'granted'],
    ['another token', oauth1, { oauth_token: 't2', oauth_verifier: 'v' }, 'other-sign-in'],
    ['a token without a verifier', oauth1, { oauth_token: 't1' }, 'incomplete'],
    ['a code instead of a token', oauth1, { code: 'c' }, 'incomplete'],
    ['a refusal with the token', oauth1, { denied: 't1' }, 'denied'],
    ['a refusal with the token as oauth_token', oauth1, { oauth_problem: 'user_refused', oauth_token: 't1' }, 'denied'],
    ['a refusal with another token', oauth1, { denied: 't2' }, 'other-sign-in'],
    ['a refusal with another token as oauth_token', oauth1, { error: 'no', oauth_token: 't2' }, 'other-sign-in'],
    ['a refusal without a token', oauth1, { error: 'access_denied' }, 'other-sign-in'],
    ['a refusal with our state', { ...oauth1, state: 's1' }, { error: 'access_denied', state: 's1' }, 'denied'],
    ['a code with a state that others know', known, { code: 'c', state: 'slack' }, 'other-sign-in', 'granted'],
    [
      'a code with another state than the known one',
      known,
      { code: 'c', state: 'x' },
      'other-sign-in',
      'other-sign-in',
    ],
    ['a code without the known state', known, { code: 'c' }, 'other-sign-in', 'other-sign-in'],
    ['a refusal with the known state', known, { error: 'no', state: 'slack' }, 'other-sign-in', 'denied'],
    ['a refusal without the known state', known, { error: 'no' }, 'other-sign-in', 'denied'],
    [
      'a refusal with another state than the known one',
      known,
      { error: 'no', state: 'x' },
      'other-sign-in',
      'other-sign-in',
    ],
    ['a code if the page has no state', none, { code: 'c' }, 'other-sign-in', 'granted'],
    ['a refusal if the page has no state', none, { error: 'access_denied' }, 'other-sign-in', 'denied'],
    [
      'an empty token if none was requested',
      { flow: 'oauth1-token' },
      { oauth_token: '', oauth_verifier: 'v' },
      'other-sign-in',
      'incomplete',
    ],
  ];
  for (const [what, expected, parameters, kind, fromPerson = kind] of cases) {
    it(`with ${what} is ${kind}${fromPerson === kind ? '' : `, and ${fromPerson} if a person pastes it`}`, () => {
      assert.equal(recognize(parameters, expected, new Set(), 'redirect').kind, kind);
      assert.equal(recognize(parameters, expected, new Set(), 'person').kind, fromPerson);
    });
  }

  it('does not end a sign-in without its state or token, unless a person pastes it', () => {
    const names = [
      'code',
      'state',
      'error',
      'not_approved',
      'denied',
      'oauth_token',
      'oauth_verifier',
      'oauth_problem',
    ];
    const guesses = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', 'slack', 's2', 'true', 't2', 'c'));
    const own = [oauth2, oauth1, known, none, { ...oauth1, state: 's1' }];
    fc.assert(
      fc.property(guesses, fc.constantFrom(...own), (parameters, expected) => {
        const { kind } = recognize(parameters, expected, new Set(), 'redirect');
        assert.ok(kind === 'other-sign-in' || kind === 'incomplete', kind);
      }),
    );
  });

  it('has the text of the provider if it is a refusal', () => {
    const parameters = { error: 'access_denied', error_description: 'Not today', state: 's1' };
    assert.deepEqual(recognize(parameters, oauth2, new Set(), 'redirect'), {
      kind: 'denied',
      reply: 'access_denied: Not today',
    });
  });

  it('is accepted once, and its code is stored only as a digest', () => {
    const used = new Set<string>();
    for (const [expected, parameters] of [
      [oauth2, { code: 'c', state: 's1' }],
      [oauth1, { oauth_token: 't1', oauth_verifier: 'v' }],
    ] as const) {
      use(parameters, expected, used);
      assert.equal(recognize(parameters, expected, used, 'redirect').kind, 'used');
    }
    assert.equal(recognize({ code: 'other', state: 's1' }, oauth2, used, 'redirect').kind, 'granted');
    assert.equal(JSON.stringify([...used]).includes('"c"'), false);
  });

  it('is read from an address, decoded once, also after the #', () => {
    const read = { code: '4/0A+b=%2F', state: 's 1' };
    assert.deepEqual(parametersOfAddress('http://localhost/cb?code=4%2F0A%2Bb%3D%252F&state=s+1'), read);
    assert.deepEqual(parametersOfAddress(' https://a.example/cb#code=4%2F0A%2Bb%3D%252F&state=s%201 '), read);
    assert.deepEqual(parametersOfAddress('https://a.example/cb#top'), {});
    assert.equal(parametersOfAddress('code=4&state=s1'), undefined);
  });

  it('has no parameter that occurs with two values, in any form', () => {
    const twice = 'code=a&code=b&state=s&state=s&x=1&x=2&x=1&y=3';
    const read = { state: 's', y: '3' };
    assert.deepEqual(parametersOfAddress(`http://localhost/cb?${twice}`), read);
    assert.deepEqual(parametersOfAddress(`http://localhost/cb?code=a&state=s#code=b&y=3`), read);
    assert.deepEqual(parametersOfDecodedQuery(twice), read);
  });

  it('can have parameters with names that every object has as properties', () => {
    const read = parametersOfAddress('http://localhost/cb?__proto__=1&constructor=2&code=c');
    assert.deepEqual(Object.entries(read ?? {}), [
      ['__proto__', '1'],
      ['constructor', '2'],
      ['code', 'c'],
    ]);
  });

  it('is read from a query that VS Code has decoded, without decoding it again', () => {
    assert.deepEqual(parametersOfDecodedQuery('code=4/0A+b=%2F&state=s 1&flag'), {
      code: '4/0A+b=%2F',
      state: 's 1',
      flag: '',
    });
    assert.deepEqual(parametersOfDecodedQuery(''), {});
  });
});

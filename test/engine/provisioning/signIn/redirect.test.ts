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
    ['a code with more beside it', oauth2, { code: 'c', state: 's1', realmId: '7' }, 'granted'],
    ['a code with another state', oauth2, { code: 'c', state: 's2' }, 'other-sign-in'],
    ['a code with the state in other letters', oauth2, { code: 'c', state: 'S1' }, 'other-sign-in'],
    ['a code with the state and a blank', oauth2, { code: 'c', state: 's1 ' }, 'other-sign-in'],
    ['a code without a state', oauth2, { code: 'c' }, 'other-sign-in'],
    ['nothing but the state', oauth2, { state: 's1' }, 'incomplete'],
    ['an empty code', oauth2, { code: '', state: 's1' }, 'incomplete'],
    ['a refusal', oauth2, { error: 'access_denied', state: 's1' }, 'denied'],
    ['a refusal in the words of an older page', oauth2, { not_approved: 'true', state: 's1' }, 'denied'],
    ['a refusal of another sign-in', oauth2, { error: 'access_denied', state: 's2' }, 'other-sign-in'],
    ['a refusal without a state', oauth2, { error: 'access_denied' }, 'other-sign-in'],
    ['an older refusal without a state', oauth2, { not_approved: 'true' }, 'other-sign-in'],
    ['a token with its verifier', oauth1, { oauth_token: 't1', oauth_verifier: 'v' }, 'granted'],
    ['another token', oauth1, { oauth_token: 't2', oauth_verifier: 'v' }, 'other-sign-in'],
    ['a token without a verifier', oauth1, { oauth_token: 't1' }, 'incomplete'],
    ['a code in place of a token', oauth1, { code: 'c' }, 'incomplete'],
    ['a refusal with the token', oauth1, { denied: 't1' }, 'denied'],
    ['a refusal that names the token', oauth1, { oauth_problem: 'user_refused', oauth_token: 't1' }, 'denied'],
    ['a refusal with another token', oauth1, { denied: 't2' }, 'other-sign-in'],
    ['a refusal that names another token', oauth1, { error: 'no', oauth_token: 't2' }, 'other-sign-in'],
    ['a refusal without a token', oauth1, { error: 'access_denied' }, 'other-sign-in'],
    ['a refusal with our state', { ...oauth1, state: 's1' }, { error: 'access_denied', state: 's1' }, 'denied'],
    ['a code with a state that others know', known, { code: 'c', state: 'slack' }, 'other-sign-in', 'granted'],
    ['a code with another state than they know', known, { code: 'c', state: 'x' }, 'other-sign-in', 'other-sign-in'],
    ['a code without the state they know', known, { code: 'c' }, 'other-sign-in', 'other-sign-in'],
    ['a refusal with the state they know', known, { error: 'no', state: 'slack' }, 'other-sign-in', 'denied'],
    ['a refusal without the state they know', known, { error: 'no' }, 'other-sign-in', 'denied'],
    ['a refusal with another than they know', known, { error: 'no', state: 'x' }, 'other-sign-in', 'other-sign-in'],
    ['a code where the page has no state', none, { code: 'c' }, 'other-sign-in', 'granted'],
    ['a refusal where the page has no state', none, { error: 'access_denied' }, 'other-sign-in', 'denied'],
    [
      'a token where none was given',
      { flow: 'oauth1-token' },
      { oauth_token: '', oauth_verifier: 'v' },
      'other-sign-in',
      'incomplete',
    ],
  ];
  for (const [what, expected, parameters, kind, fromPerson = kind] of cases) {
    it(`with ${what} is ${kind}${fromPerson === kind ? '' : `, and ${fromPerson} where a person brings it`}`, () => {
      assert.equal(recognize(parameters, expected, new Set(), 'redirect').kind, kind);
      assert.equal(recognize(parameters, expected, new Set(), 'person').kind, fromPerson);
    });
  }

  it('from anyone but a person ends nothing unless it brings what only this sign-in has', () => {
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

  it('tells a refusal in the words of the provider', () => {
    const parameters = { error: 'access_denied', error_description: 'Not today', state: 's1' };
    assert.deepEqual(recognize(parameters, oauth2, new Set(), 'redirect'), {
      kind: 'denied',
      reply: 'access_denied: Not today',
    });
  });

  it('is taken once, and a code is not remembered as such', () => {
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

  it('is read from an address, decoded once, also from behind the #', () => {
    const read = { code: '4/0A+b=%2F', state: 's 1' };
    assert.deepEqual(parametersOfAddress('http://localhost/cb?code=4%2F0A%2Bb%3D%252F&state=s+1'), read);
    assert.deepEqual(parametersOfAddress(' https://a.example/cb#code=4%2F0A%2Bb%3D%252F&state=s%201 '), read);
    assert.deepEqual(parametersOfAddress('https://a.example/cb#top'), {});
    assert.equal(parametersOfAddress('code=4&state=s1'), undefined);
  });

  it('says nothing by a name that is there twice with two values, in whatever form it comes', () => {
    const twice = 'code=a&code=b&state=s&state=s&x=1&x=2&x=1&y=3';
    const read = { state: 's', y: '3' };
    assert.deepEqual(parametersOfAddress(`http://localhost/cb?${twice}`), read);
    assert.deepEqual(parametersOfAddress(`http://localhost/cb?code=a&state=s#code=b&y=3`), read);
    assert.deepEqual(parametersOfDecodedQuery(twice), read);
  });

  it('keeps names that every object has apart from those', () => {
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

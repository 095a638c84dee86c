import assert from 'node:assert/strict';
import {
  judge,
  parametersOfAddress,
  parametersOfDecodedQuery,
  use,
  type Expected,
  type Parameters,
} from '../../../client/src/provisioning/signIn/redirect';

const oauth2: Expected = { flow: 'oauth2-code', state: 's1' };
const oauth1: Expected = { flow: 'oauth1-token', requestToken: 't1' };

describe('redirect', () => {
  const cases: [what: string, expected: Expected, parameters: Parameters, kind: string][] = [
    ['a code with the state', oauth2, { code: 'c', state: 's1' }, 'granted'],
    ['a code with more beside it', oauth2, { code: 'c', state: 's1', realmId: '7' }, 'granted'],
    ['a code with another state', oauth2, { code: 'c', state: 's2' }, 'other-sign-in'],
    ['a code without a state', oauth2, { code: 'c' }, 'other-sign-in'],
    ['a code where no state was sent', { flow: 'oauth2-code' }, { code: 'c' }, 'granted'],
    ['nothing but the state', oauth2, { state: 's1' }, 'incomplete'],
    ['an empty code', oauth2, { code: '', state: 's1' }, 'incomplete'],
    ['a refusal', oauth2, { error: 'access_denied', state: 's1' }, 'denied'],
    ['a refusal in the words of an older page', oauth2, { not_approved: 'true', state: 's1' }, 'denied'],
    ['a refusal of another sign-in', oauth2, { error: 'access_denied', state: 's2' }, 'other-sign-in'],
    ['a token with its verifier', oauth1, { oauth_token: 't1', oauth_verifier: 'v' }, 'granted'],
    ['another token', oauth1, { oauth_token: 't2', oauth_verifier: 'v' }, 'other-sign-in'],
    ['a token without a verifier', oauth1, { oauth_token: 't1' }, 'incomplete'],
    ['a code in place of a token', oauth1, { code: 'c' }, 'incomplete'],
  ];
  for (const [what, expected, parameters, kind] of cases) {
    it(`with ${what} is ${kind}`, () => {
      assert.equal(judge(parameters, expected, new Set()).kind, kind);
    });
  }

  it('tells a refusal in the words of the provider', () => {
    const parameters = { error: 'access_denied', error_description: 'Not today', state: 's1' };
    assert.deepEqual(judge(parameters, oauth2, new Set()), { kind: 'denied', words: 'access_denied: Not today' });
  });

  it('is taken once, and a code is not remembered as such', () => {
    const used = new Set<string>();
    for (const [expected, parameters] of [
      [oauth2, { code: 'c', state: 's1' }],
      [oauth1, { oauth_token: 't1', oauth_verifier: 'v' }],
    ] as const) {
      use(parameters, expected, used);
      assert.equal(judge(parameters, expected, used).kind, 'used');
    }
    assert.equal(judge({ code: 'other', state: 's1' }, oauth2, used).kind, 'granted');
    assert.equal(JSON.stringify([...used]).includes('"c"'), false);
  });

  it('is read from an address, decoded once, also from behind the #', () => {
    const read = { code: '4/0A+b=%2F', state: 's 1' };
    assert.deepEqual(parametersOfAddress('http://localhost/cb?code=4%2F0A%2Bb%3D%252F&state=s+1'), read);
    assert.deepEqual(parametersOfAddress(' https://a.example/cb#code=4%2F0A%2Bb%3D%252F&state=s%201 '), read);
    assert.deepEqual(parametersOfAddress('https://a.example/cb#top'), {});
    assert.equal(parametersOfAddress('code=4&state=s1'), undefined);
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

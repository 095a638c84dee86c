import assert from 'node:assert/strict';
import { createElement } from '../../../server/src/catalog/element';
import type { JsonSchema, AuthMethod } from '../../../server/src/catalog/schemaTypes';
import { signInOf } from '../../../server/src/catalog/providerSignIn';

const app = ['oauth.api.key', 'oauth.api.secret', 'oauth.callback.url'];
const sent = ['apiKey', 'apiSecret', 'callbackUrl'];

/** An element with one authentication method, and these entries beside those of the method. */
function elementWith(method: Partial<AuthMethod>, more: Readonly<Record<string, JsonSchema>> = {}) {
  const whole: AuthMethod = {
    type: 'oauth2',
    flow: 'oauth2-code',
    required: app,
    optional: [],
    providerData: ['code'],
    ...method,
  };
  const entries = [...whole.required, ...whole.optional].map((key): [string, JsonSchema] => [
    key,
    { type: 'string', title: `Title of ${key}`, description: `${key}.`, writeOnly: key.includes('secret') },
  ]);
  const schema: JsonSchema = {
    'x-element': { name: 'Desk', hub: null, id: null, summary: '', authMethods: [whole] },
    properties: { configuration: { properties: { ...Object.fromEntries(entries), ...more } } },
  };
  return createElement('desk', schema);
}

/** Each parameter in brief: its name, the entry it is read from, and whether somebody is asked for it. */
const parametersOf = (element: ReturnType<typeof elementWith>, configuration: object = {}): string[] | undefined =>
  signInOf(element, { configuration })?.parameters.map(
    ({ name, entry, required }) => `${name} < ${entry ?? 'nothing'}${required ? '' : ', if it is there'}`,
  );

const standard = ['apiKey < oauth.api.key', 'apiSecret < oauth.api.secret', 'callbackUrl < oauth.callback.url'];
const state = { oauthUrlParameters: ['state', ...sent, 'siteAddress'] };
const selector = { entry: 'authentication.type', value: 'oauth2' };

const rows: readonly (readonly [string, Partial<AuthMethod>, readonly string[], object?])[] = [
  ['what every sign-in takes, though no document lists it', {}, standard],
  ['no parameter that is made for one sign-in', { oauthUrlParameters: ['state', 'requestToken', ...sent] }, standard],
  ['what every sign-in takes, though its entry is optional', { required: [], optional: app }, standard],
  ['nothing that only documents list', state, standard],
  [
    'an entry of that very name',
    state,
    [...standard, 'siteAddress < siteAddress, if it is there'],
    { siteAddress: '' },
  ],
  [
    'the scope, where the way has its entry',
    { required: [...app, 'oauth.scope'] },
    [...standard, 'scope < oauth.scope'],
  ],
  [
    'the scope, where its entry has the shorter name',
    { optional: ['scope'] },
    [...standard, 'scope < scope, if it is there'],
  ],
  [
    'the scope that the request has',
    { optional: ['oauth.scope'] },
    [...standard, 'scope < scope, if it is there'],
    { scope: 'read' },
  ],
  [
    'entries in the order in which a person fills them in',
    {
      oauthUrlParameters: [...sent, 'shop'],
      required: ['shop', ...[...app].reverse()],
      parameterEntries: { shop: 'shop' },
    },
    ['shop < shop', ...[...standard].reverse()],
  ],
  [
    'what chooses the way, for which nobody is asked',
    { selector, required: ['authentication.type', ...app] },
    ['authentication.type < authentication.type, if it is there', ...standard],
  ],
  [
    'two parameters from one entry',
    {
      ...state,
      required: ['site', ...app],
      parameterEntries: { siteAddress: 'site', shop: 'site' },
      oauthTokenParameters: ['shop'],
    },
    ['siteAddress < site', 'shop < site', ...standard],
  ],
  [
    'an optional entry, for which nobody is asked',
    { ...state, optional: ['site'], parameterEntries: { siteAddress: 'site' } },
    [...standard, 'siteAddress < site, if it is there'],
  ],
  [
    'what no entry holds from a person',
    { ...state, parameterQuestions: { siteAddress: 'Subdomain' } },
    [...standard, 'siteAddress < nothing'],
  ],
  [
    'what a person would be asked for from the request that has it',
    { ...state, parameterQuestions: { siteAddress: 'Subdomain' } },
    [...standard, 'siteAddress < siteAddress'],
    { siteAddress: 'acme' },
  ],
  ['no selector of another name', { selector: { entry: 'kind', value: 'x' }, required: ['kind', ...app] }, standard],
];

describe('sign-in on the page of a provider', () => {
  for (const [name, method, expected, configuration] of rows) {
    it(`takes ${name}`, () => {
      assert.deepEqual(parametersOf(elementWith(method), configuration), expected);
    });
  }

  it('has the entry of each parameter, and whether it is secret', () => {
    const [key, secret, callback] = signInOf(elementWith({}), {})?.parameters ?? [];
    assert.deepEqual(key, {
      name: 'apiKey',
      entry: 'oauth.api.key',
      label: 'Title of oauth.api.key',
      description: 'oauth.api.key.',
      secret: false,
      required: true,
    });
    assert.deepEqual([secret?.secret, callback?.secret], [true, false]);
  });

  it('has labels for the standard parameters of which the element has no entry', () => {
    const parameters = signInOf(elementWith({ required: [] }), {})?.parameters;
    assert.deepEqual(
      parameters,
      [
        ['apiKey', 'OAuth API Key', false],
        ['apiSecret', 'OAuth API Secret', true],
        ['callbackUrl', 'OAuth Callback URL', false],
      ].map(([name, label, secret]) => ({ name, label, secret, required: true })),
    );
  });

  it('has the question as label, and the description of the entry', () => {
    const method = { optional: ['oauth.scope'], parameterQuestions: { scope: 'What to ask for' } };
    const scope = signInOf(elementWith(method), {})?.parameters.at(-1);
    assert.deepEqual([scope?.label, scope?.description], ['What to ask for', 'oauth.scope.']);
  });

  it('never uses an entry that the platform fills in, unless the request has it', () => {
    const element = elementWith({}, { 'oauth.scope': { readOnly: true } });
    assert.deepEqual(parametersOf(element), standard);
    const withScope = [...standard, 'scope < oauth.scope, if it is there'];
    assert.deepEqual(parametersOf(element, { 'oauth.scope': 'read' }), withScope);
  });

  it('has what the redirect returns, and the parameters of the call for a token', () => {
    const { flow, tokenParameters, providerData } = signInOf(elementWith({}), {}) ?? {};
    assert.deepEqual([flow, tokenParameters, providerData], ['oauth2-code', [], ['code']]);
    const oauth1 = elementWith({
      flow: 'oauth1-token',
      oauthTokenParameters: [...sent, 'siteAddress'],
      providerData: ['oauth_token', 'oauth_verifier', 'secret'],
    });
    const { parameters, ...others } = signInOf(oauth1, { configuration: { siteAddress: 'acme' } }) ?? {};
    assert.equal(parameters?.at(-1)?.name, 'siteAddress');
    assert.deepEqual(others, {
      flow: 'oauth1-token',
      tokenParameters: [...sent, 'siteAddress'],
      providerData: ['oauth_token', 'oauth_verifier'],
    });
  });

  for (const [name, request, method] of [
    ['signs in directly', {}, { flow: 'direct' }],
    ['brings what the page gives', { providerData: { code: 'c' } }, {}],
    ['leaves it to a proxy', { oauthProxy: {} }, {}],
    ['has tokens at hand', { externalAuthentication: 'initial' }, {}],
  ] as const) {
    it(`is not needed where a request ${name}`, () => {
      assert.equal(signInOf(elementWith(method), request), undefined);
    });
  }
});

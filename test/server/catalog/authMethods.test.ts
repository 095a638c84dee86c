import assert from 'node:assert/strict';
import { createElement } from '../../../server/src/catalog/element';
import type { JsonSchema, AuthMethod } from '../../../server/src/catalog/schemaTypes';

const method = (more: Partial<AuthMethod>): AuthMethod => ({
  type: 'basic',
  flow: 'direct',
  required: [],
  optional: [],
  providerData: [],
  ...more,
});

function elementWith(methods: readonly AuthMethod[], spellings: Readonly<Record<string, string>> = {}) {
  const tokens = ['oauth.user.token', 'oauth.user.token.secret', 'oauth.user.refresh_token'];
  const keys = [...methods.flatMap(({ required, optional }) => [...required, ...optional]), ...Object.keys(spellings)];
  const schema: JsonSchema = {
    'x-element': { name: 'Desk', hub: null, id: null, summary: '', authMethods: methods, spellings },
    properties: {
      configuration: { properties: Object.fromEntries([...keys, ...tokens].map((key) => [key, { type: 'string' }])) },
    },
  };
  return createElement('desk', schema);
}

const selector = (value: string) => ({ entry: 'kind', value });

/** Methods with selectors. The first one is not the default. */
const selected = elementWith([
  method({ required: ['kind', 'user', 'password'], optional: ['shared'], selector: selector('Basic') }),
  method({
    type: 'oauth2',
    flow: 'oauth2-code',
    required: ['key'],
    optional: ['shared'],
    providerData: ['code'],
    selector: selector('oauth2'),
    default: true,
  }),
]);

/** Methods that are selected by their entries and by `externalAuthentication`. */
const byEntries = elementWith(
  [
    method({ type: 'oauth2', flow: 'oauth2-code', required: ['key', 'scope'], providerData: ['code'] }),
    method({ type: 'oauth1', flow: 'oauth1-token', required: ['key'], providerData: ['oauth_token'], default: true }),
    method({
      type: 'oauth1',
      required: ['key', 'oauth.user.token', 'company'],
      optional: ['datasource', 'dataSource'],
      externalAuthentication: 'initial',
    }),
  ],
  { dataSource: 'datasource', Company: 'company' },
);

const oauth1 = elementWith([
  method({ type: 'oauth1', flow: 'oauth1-token', required: ['key'], providerData: ['secret'] }),
]);

const initial = { externalAuthentication: 'initial' };
const { oauth2: byOauth2, basic: byBasic } = { oauth2: ['key'], basic: ['kind', 'user', 'password'] };

/** What the request says, the element, and the entries that are then required. */
const rows: readonly (readonly [string, ReturnType<typeof elementWith>, unknown, readonly string[]])[] = [
  ['a selector', selected, { configuration: { kind: 'Basic' } }, byBasic],
  ['a selector in other case', selected, { configuration: { kind: 'basic' } }, byBasic],
  ['a selector against the entries', selected, { configuration: { kind: 'oauth2', user: 'x' } }, byOauth2],
  ['a selector of no way', selected, { configuration: { kind: 'neither' } }, byOauth2],
  ['a selector of no way, but entries of one', selected, { configuration: { kind: '<KIND>', user: 'x' } }, byBasic],
  ['a selector that is no text', selected, { configuration: { kind: 7 } }, byOauth2],
  ['nothing: the default way', selected, { configuration: {} }, byOauth2],
  ['an entry of both ways', selected, { configuration: { shared: 'x' } }, byOauth2],
  ['an entry that only one way has', selected, { configuration: { password: '' } }, byBasic],
  ...[undefined, null, 'text', [], {}, { configuration: [] }, { configuration: null }].map(
    (request) => [JSON.stringify(request), selected, request, byOauth2] as const,
  ),
  ['nothing, where the first method is not the default', byEntries, { configuration: { key: 'x' } }, ['key']],
  ['an own entry', byEntries, { configuration: { scope: 'x' } }, ['key', 'scope']],
  [
    'an own entry under its other name',
    byEntries,
    { configuration: { Company: 'x' } },
    ['key', 'oauth.user.token', 'Company'],
  ],
  [
    'own entries of two authMethods: the complete one',
    byEntries,
    { configuration: { key: 'x', scope: 'y', company: 'z' } },
    ['key', 'scope'],
  ],
  [
    'own entries of two authMethods: the complete one, though it is the later',
    byEntries,
    { configuration: { scope: 'y', key: 'x', 'oauth.user.token': 'z', company: 'z' } },
    ['key', 'scope'],
  ],
  ['tokens at hand, and a method for them', byEntries, initial, ['key', 'oauth.user.token', 'company']],
  ['tokens at hand, OAuth 2', selected, { ...initial, configuration: {} }, ['key', 'oauth.user.refresh_token']],
  [
    'tokens at hand, OAuth 2, where there is an access token',
    selected,
    { ...initial, configuration: { 'oauth.user.token': 'x' } },
    ['key'],
  ],
  ['tokens at hand, OAuth 1', oauth1, initial, ['key', 'oauth.user.token', 'oauth.user.token.secret']],
  ['tokens at hand, where nobody signs in', selected, { ...initial, configuration: { kind: 'basic' } }, byBasic],
];

describe('authentication method', () => {
  for (const [name, element, request, required] of rows) {
    it(`selected by ${name}, requires ${required.join(', ')}`, () => {
      assert.deepEqual(
        element.requiredEntries(request).map(({ key }) => key),
        required,
      );
    });
  }

  it('needs no sign-in where tokens are at hand', () => {
    assert.equal(oauth1.authMethod({}).flow, 'oauth1-token');
    assert.deepEqual([oauth1.authMethod(initial).flow, oauth1.authMethod(initial).providerData], ['direct', []]);
  });
});

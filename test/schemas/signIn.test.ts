import assert from 'node:assert/strict';
import type { SignInParameter } from '../../common/src/protocol/checking';
import type { Element } from '../../server/src/catalog/element';
import type { AuthMethod } from '../../server/src/catalog/schemaTypes';
import { signInOf } from '../../server/src/catalog/providerSignIn';
import { elementKeys, elementOf, requestBy } from './schemaFiles';

/** Every way that leads through the page of a provider. */
const pages: readonly (readonly [Element, AuthMethod])[] = elementKeys.flatMap((key) => {
  const element = elementOf(key);
  return element.authMethods
    .filter(({ flow }) => flow !== 'direct')
    .map((method): [Element, AuthMethod] => [element, method]);
});

/** The sign-in of a request that has all that its way requires, and nothing of the page. */
function signIn(element: Element, method: AuthMethod) {
  const { providerData, ...request } = requestBy(element, method);
  assert.ok(providerData);
  const found = signInOf(element, request);
  assert.ok(found, element.key);
  return { ...found, request };
}

const taken = (method: AuthMethod): readonly string[] => [
  ...(method.oauthUrlParameters ?? []),
  ...(method.oauthTokenParameters ?? []),
];

/** Where the address of the site comes from: an entry, or a person. */
const siteAddress: Readonly<Record<string, string>> = {
  desk: 'Subdomain of your Desk.com site, such as acme',
  dynamicscrmadfs: 'oauth.resource.url',
  egnyte: 'subdomain',
  evernote: 'oauth.request.url',
  freshbooks: 'freshbooks.site.address',
  magento: 'store.url',
  revel: 'subdomain',
  sfdc: 'siteAddress',
  sharepoint: 'sharepoint.site.address',
  shopify: 'shopify.site.address',
  zendesk: 'zendesk.subdomain',
};

/** The other elements whose documents print the parameter, though the sign-in does without. */
const printsSiteAddress = [
  'box',
  'campaignmonitor',
  'concur',
  'constantcontact',
  'dropbox',
  'dropboxbusiness',
  'eloqua',
  'gmail',
  'googlecalendar',
  'googlesuite',
  'hootsuite',
  'infusionsoftcrm',
  'infusionsoftmarketing',
  'instagram',
  'linkedin',
  'quickbooks',
  'sageone',
  'sharefile',
  'square',
];

describe('sign-in of every element on the page of its provider', () => {
  it('is decided for every document that prints the address of a site', () => {
    const printing = pages.filter(([, method]) => taken(method).includes('siteAddress')).map(([{ key }]) => key);
    assert.deepEqual([...new Set(printing)].sort(), [...Object.keys(siteAddress), ...printsSiteAddress].sort());
  });

  for (const [element, method] of pages) {
    describe(`${element.key}, ${method.type}`, () => {
      it('has sources only for parameters that the platform accepts', () => {
        const { parameterEntries = {}, parameterQuestions = {} } = method;
        const described = [...Object.keys(parameterEntries), ...Object.keys(parameterQuestions)];
        assert.deepEqual(
          described.filter((name) => !taken(method).includes(name)),
          [],
        );
        assert.equal(new Set(described).size, described.length);
        for (const entry of Object.values(parameterEntries)) {
          assert.ok([...method.required, ...method.optional].includes(entry), entry);
        }
        for (const question of Object.values(parameterQuestions)) assert.match(question, /^[A-Z][^?]{10,78}[^.?]$/);
      });

      it('has all that it needs in a complete request, except what only a person knows', () => {
        const { parameters, request } = signIn(element, method);
        const names = parameters.map(({ name }) => name);
        assert.equal(new Set(names).size, names.length);
        for (const name of ['apiKey', 'apiSecret', 'callbackUrl']) assert.ok(names.includes(name), name);
        const stands = ({ entry }: SignInParameter) =>
          entry !== undefined && Object.hasOwn(request.configuration, entry);
        const asked = parameters.filter((parameter) => parameter.required && !stands(parameter));
        const known = ['freshbooks', 'weebly'].includes(element.key) ? ['callbackUrl'] : [];
        assert.deepEqual(
          asked.map(({ name }) => name),
          [...known, ...Object.keys(method.parameterQuestions ?? {})],
        );
        for (const { label, entry, description } of parameters) {
          assert.notEqual(label, '');
          assert.equal(description, entry === undefined ? undefined : element.entries.get(entry)?.description);
        }
      });

      it('marks secrets as such, and the address of a site as decided', () => {
        const { parameters } = signIn(element, method);
        const secret = parameters.filter((parameter) => parameter.secret).map(({ name }) => name);
        assert.ok(secret.includes('apiSecret'));
        const site = parameters.find(({ name }) => name === 'siteAddress');
        assert.equal(site?.entry ?? site?.label, siteAddress[element.key]);
      });

      it('returns what the request then has', () => {
        const { flow, providerData, tokenParameters } = signIn(element, method);
        const isFirst = flow === 'oauth1-token';
        assert.deepEqual(new Set(isFirst ? [...providerData, 'secret'] : providerData), new Set(method.providerData));
        assert.ok(providerData.includes(isFirst ? 'oauth_verifier' : 'code'));
        for (const name of ['apiKey', 'apiSecret', 'callbackUrl']) {
          assert.equal(tokenParameters.includes(name), isFirst, name);
        }
      });
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createConsents, type Consent } from '../../../engine/src/provisioning/consents';
import { isJson } from '../../kit/json';
import { aJson } from '../../kit/client/document';
import { anAccount, memoryState } from '../../kit/client/fakes';

const consent = (body: string, more: Partial<Consent> = {}): Consent => ({
  action: 'provision',
  uri: 'file:///a/instance.json',
  account: anAccount,
  body: aJson(body),
  ...more,
});

/** Whether consent to the one text covers the other. */
async function isCovered(agreed: string, body: string): Promise<boolean> {
  const consents = createConsents(memoryState());
  await consents.store(consent(agreed));
  assert.equal(consents.has(consent(agreed)), true);
  return consents.has(consent(body));
}

const desk = (subdomain: string) =>
  JSON.stringify({
    element: { key: 'zendesk' },
    configuration: { password: '${secret:DESK}', 'zendesk.subdomain': subdomain },
    name: 'desk',
  });

/** JSON as its tokens, including duplicate properties and odd spellings. */
const { json } = fc.letrec<{ json: string[]; list: string[]; object: string[] }>((tie) => {
  const text = fc
    .string({ unit: fc.constantFrom('a', ' ', '"', '\\', '\n', ':', ',', '{', '}', 'é', '\u202e', '${secret:A}') })
    .map((value) => JSON.stringify(value));
  const number = fc.constantFrom('0', '-1', '1.0', '1', '1e3', '1E3', '12345678901234567890', '12345678901234567891');
  const separated = (items: string[][]) => items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
  return {
    json: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(text, number, fc.constantFrom('true', 'false', 'null')).map((value) => [value]),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('json'), { maxLength: 3 }).map((items) => ['[', ...separated(items), ']']),
    object: fc
      .array(fc.tuple(fc.constantFrom('"a"', '"b"', '"\\u0061"', '"url"'), tie('json')), { maxLength: 3 })
      .map((members) => ['{', ...separated(members.map(([name, value]) => [name, ':', ...value])), '}']),
  };
});
const layout = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 3 });
const laidOut = (tokens: readonly string[], gaps: readonly string[]) =>
  tokens.map((token, index) => `${gaps[index % gaps.length] ?? ''}${token}`).join('');

describe('consent to a request', () => {
  const attacks: [what: string, subdomain: string][] = [
    ['another name', 'evil'],
    ['an absolute host', 'evil.example.'],
    ['user info before the host', 'acme@evil.example/'],
    ['a port', 'acme.example:8443'],
    ['a path', 'acme/../evil'],
    ['a query', 'acme?'],
    ['a fragment', 'evil.example/#'],
    ['an IDN', 'аcme'],
    ['an IDN in Punycode', 'xn--cme-5cd'],
    ['an IPv4 literal', '203.0.113.7'],
    ['an IPv4 number', '3405803783'],
    ['an IPv6 literal', '[2001:db8::1]/'],
    ['a single label', 'intranet/'],
    ['a connection string', 'jdbc:mysql://acme@evil.example/db'],
    ['no scheme', '//evil.example/'],
    ['backslashes', 'evil.example\\'],
    ['another case', 'Acme'],
    ['an invisible character', 'ac\u200bme'],
    ['a space', 'acme '],
    ['an empty name', ''],
  ];
  for (const [what, subdomain] of attacks) {
    it(`does not cover another target: ${what}`, async () => {
      assert.equal(await isCovered(desk('acme'), desk(subdomain)), false);
    });
  }

  const changes: [what: string, change: (text: string) => string][] = [
    ['an additional entry', (text) => text.replace('}', ',"more":1}')],
    ['a duplicate property', (text) => text.replace('"name"', '"configuration":{},"name"')],
    ['another property name', (text) => text.replace('"zendesk.subdomain"', '"zendesk.site"')],
    ['another instance name', (text) => text.replace('"desk"', '"desk 2"')],
    ['two properties in another order', (text) => text.replace(/("password":"[^"]*"),("[^"]*":"[^"]*")/, '$2,$1')],
    ['a letter as an escape sequence', (text) => text.replace('acme', '\\u0061cme')],
    ['another reference', (text) => text.replace('secret:DESK', 'env:DESK')],
    ['the reference in another entry', (text) => text.replace(/"(\$[^"]*)",("[^"]*"):"acme"/, '"acme",$2:"$1"')],
    ['a string that becomes a number', () => desk('1').replace('"1"', '1')],
  ];
  for (const [what, change] of changes) {
    it(`does not cover another request: ${what}`, async () => {
      const text = desk(what.endsWith('number') ? '1' : 'acme');
      assert.notEqual(change(text), text);
      assert.equal(await isCovered(text, change(text)), false);
    });
  }

  it('does not cover another file or account, or the account at another origin', async () => {
    const consents = createConsents(memoryState());
    await consents.store(consent(desk('acme')));
    const others: Partial<Consent>[] = [
      { uri: 'file:///b/instance.json' },
      { account: { ...anAccount, id: 'a2' } },
      { account: { ...anAccount, baseUrl: 'https://staging.cloud-elements.com/elements/api-v2' } },
    ];
    for (const more of others) assert.equal(consents.has(consent(desk('acme'), more)), false);
  });

  it('covers the same request in any layout, and no other request', async () => {
    await fc.assert(
      fc.asyncProperty(json, json, fc.array(layout, { minLength: 1, maxLength: 7 }), async (tokens, others, gaps) => {
        assert.equal(await isCovered(tokens.join(''), laidOut(tokens, gaps)), true);
        assert.equal(await isCovered(tokens.join(''), others.join('')), tokens.join('') === others.join(''));
      }),
    );
  });

  it('does not cover a request in which any one token is replaced or inserted', async () => {
    const token = fc.constantFrom('"evil"', '"\\u0061"', '7', '1.00', 'null', '"a "', '"${secret:B}"');
    await fc.assert(
      fc.asyncProperty(json, fc.nat(), token, fc.nat(1), async (tokens, at, other, removed) => {
        const index = at % tokens.length;
        fc.pre(tokens[index] !== other);
        const changed = tokens.toSpliced(index, removed, other).join('');
        // Nobody is asked about a text that isn't valid JSON.
        fc.pre(isJson(changed));
        assert.equal(await isCovered(tokens.join(''), changed), false);
      }),
    );
  });

  it('is stored as a digest that reveals nothing of file, account or request', async () => {
    const state = memoryState();
    await createConsents(state).store(consent(desk('acme')));
    for (const text of ['DESK', 'acme', 'zendesk', 'instance.json', anAccount.label]) {
      assert.equal(state.dump().includes(text), false, text);
    }
  });

  it('is removed after 300 newer ones', async () => {
    const consents = createConsents(memoryState());
    const uris = Array.from({ length: 301 }, (_, count) => `file:///${count}/instance.json`);
    for (const uri of uris) await consents.store(consent('{}', { uri }));
    assert.deepEqual(
      [uris[0], uris[1], uris[300]].map((uri) => consents.has(consent('{}', { uri }))),
      [false, true, true],
    );
  });

  it('does not exist if it could not be stored', async () => {
    const consents = createConsents({ ...memoryState(), update: () => Promise.reject(new Error('full')) });
    await assert.rejects(consents.store(consent('{}')));
    assert.equal(consents.has(consent('{}')), false);
  });
});

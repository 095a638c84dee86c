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

/** Whether a yes to the one text holds for the other. */
async function holdsFor(agreed: string, body: string): Promise<boolean> {
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

/** JSON as its tokens, members that are there twice and odd spellings among them. */
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

describe('a yes to a request', () => {
  const attacks: [what: string, subdomain: string][] = [
    ['another name', 'evil'],
    ['an absolute host', 'evil.example.'],
    ['a user before the host', 'acme@evil.example/'],
    ['a port', 'acme.example:8443'],
    ['a path', 'acme/../evil'],
    ['a query', 'acme?'],
    ['a fragment', 'evil.example/#'],
    ['an IDN', 'аcme'],
    ['an IDN in letters of the net', 'xn--cme-5cd'],
    ['an IPv4 literal', '203.0.113.7'],
    ['an IPv4 number', '3405803783'],
    ['an IPv6 literal', '[2001:db8::1]/'],
    ['a single label', 'intranet/'],
    ['a connection string', 'jdbc:mysql://acme@evil.example/db'],
    ['no scheme', '//evil.example/'],
    ['backslashes', 'evil.example\\'],
    ['another case', 'Acme'],
    ['an invisible character', 'ac\u200bme'],
    ['a blank', 'acme '],
    ['nothing', ''],
  ];
  for (const [what, subdomain] of attacks) {
    it(`does not hold where its target becomes ${what}`, async () => {
      assert.equal(await holdsFor(desk('acme'), desk(subdomain)), false);
    });
  }

  const changes: [what: string, change: (text: string) => string][] = [
    ['an entry is added', (text) => text.replace('}', ',"more":1}')],
    ['a member is there twice', (text) => text.replace('"name"', '"configuration":{},"name"')],
    ['a name is another', (text) => text.replace('"zendesk.subdomain"', '"zendesk.site"')],
    ['the name of the instance is another', (text) => text.replace('"desk"', '"desk 2"')],
    ['two members change places', (text) => text.replace(/("password":"[^"]*"),("[^"]*":"[^"]*")/, '$2,$1')],
    ['a letter is spelled in another way', (text) => text.replace('acme', '\\u0061cme')],
    ['a reference is another', (text) => text.replace('secret:DESK', 'env:DESK')],
    ['a reference is in another entry', (text) => text.replace(/"(\$[^"]*)",("[^"]*"):"acme"/, '"acme",$2:"$1"')],
    ['a text becomes a number', () => desk('1').replace('"1"', '1')],
  ];
  for (const [what, change] of changes) {
    it(`does not hold where ${what}`, async () => {
      const text = desk(what.endsWith('number') ? '1' : 'acme');
      assert.notEqual(change(text), text);
      assert.equal(await holdsFor(text, change(text)), false);
    });
  }

  it('does not hold for another action, file or account, nor for the account at another origin', async () => {
    const consents = createConsents(memoryState());
    await consents.store(consent(desk('acme')));
    const others: Partial<Consent>[] = [
      { uri: 'file:///b/instance.json' },
      { account: { ...anAccount, id: 'a2' } },
      { account: { ...anAccount, baseUrl: 'https://staging.cloud-elements.com/elements/api-v2' } },
    ];
    for (const more of others) assert.equal(consents.has(consent(desk('acme'), more)), false);
  });

  it('holds for the same request in any layout, and for no other, whatever the two are', async () => {
    await fc.assert(
      fc.asyncProperty(json, json, fc.array(layout, { minLength: 1, maxLength: 7 }), async (tokens, others, gaps) => {
        assert.equal(await holdsFor(tokens.join(''), laidOut(tokens, gaps)), true);
        assert.equal(await holdsFor(tokens.join(''), others.join('')), tokens.join('') === others.join(''));
      }),
    );
  });

  it('does not hold once any one token is another, or is there twice, or not at all', async () => {
    const token = fc.constantFrom('"evil"', '"\\u0061"', '7', '1.00', 'null', '"a "', '"${secret:B}"');
    await fc.assert(
      fc.asyncProperty(json, fc.nat(), token, fc.nat(1), async (tokens, at, other, removed) => {
        const place = at % tokens.length;
        fc.pre(tokens[place] !== other);
        const changed = tokens.toSpliced(place, removed, other).join('');
        // Nobody is asked about what is no JSON.
        fc.pre(isJson(changed));
        assert.equal(await holdsFor(tokens.join(''), changed), false);
      }),
    );
  });

  it('is kept as a digest, which says nothing of file, account or request', async () => {
    const state = memoryState();
    await createConsents(state).store(consent(desk('acme')));
    for (const text of ['DESK', 'acme', 'zendesk', 'instance.json', anAccount.label]) {
      assert.equal(state.dump().includes(text), false, text);
    }
  });

  it('is forgotten once there are many others: not everything is kept', async () => {
    const consents = createConsents(memoryState());
    const uris = Array.from({ length: 301 }, (_, count) => `file:///${count}/instance.json`);
    for (const uri of uris) await consents.store(consent('{}', { uri }));
    assert.deepEqual(
      [uris[0], uris[1], uris[300]].map((uri) => consents.has(consent('{}', { uri }))),
      [false, true, true],
    );
  });

  it('is no yes where it could not be kept', async () => {
    const consents = createConsents({ ...memoryState(), update: () => Promise.reject(new Error('full')) });
    await assert.rejects(consents.store(consent('{}')));
    assert.equal(consents.has(consent('{}')), false);
  });
});

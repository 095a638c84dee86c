import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFileSecrets, fileSecretEntry } from '../../../engine/src/accounts/fileSecrets';
import { applyEdits } from '../../../common/src/json/edits';
import { createConsents } from '../../../engine/src/provisioning/consents';
import * as messages from '../../../engine/src/provisioning/messages';
import { requestPreview, requestToRead } from '../../../engine/src/provisioning/requestPreview';
import type { CheckResult } from '../../../common/src/protocol/checking';
import { aDocument, built } from '../../kit/client/document';
import { anAccount, memorySecrets, memoryState, newSecret } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow } from '../../kit/client/ownWindow';

const element = '"element":{"key":"helpscout"}';
const entries = '"username":"me","mailbox.name":"Help"';
/** By what is special about them. */
const requests: Record<string, string> = {
  plain: `{${element},"configuration":{${entries},"password":"p@ss"},"name":"desk"}`,
  'laid out by hand': `\r\n{ ${element} ,\r\n\t"configuration" : {\r\n\t\t${entries},"password"\t:\n"p"}\r\n, "n":1.50 }\r\n\r\n`,
  'with a schema': `{"$schema":"./x.json",${element},"configuration":{${entries},"password":"\${env:A}"}}`,
  'with duplicate properties': `{${element},"configuration":{"password":"first"},"configuration":{${entries},"password":"a","password":"\${secret:B}"}}`,
  'with escape sequences': String.raw`{${element},"configuration":{${entries},"pass\u0077ord":"\"\\\/\u00e9\ud83d\ude00"},"tags":["\u0024{env:A}\/x","\\${'$'}{env:A}\n"]}`,
  'with long numbers': `{${element},"configuration":{${entries},"password":12345678901234567890,"x":-1.5e+3},"providerData":{"code":7}}`,
  'with references within other text': `{${element},"configuration":{${entries},"password":"x","callback":"https://h.example/?a=\${env:A}&b=\${secret:B}#\${env:A}"},"name":"\${env:A}"}`,
  'with references in a secret, next to text': `{${element},"configuration":{${entries},"password":"x\${secret:B}\${env:A}"}}`,
  'with nested secrets': `{${element},"configuration":{${entries},"password":{"a":["x",true,null,""]}},"providerData":{"deep":[{"code":"c0de"}]}}`,
  'with a mask of its own': `{${element},"configuration":{${entries},"password":"********"},"name":"********"}`,
};

/** The notes in one line, because they are wrapped to the width of half a window. */
const notesOf = (preview: string): string =>
  preview
    .split('\n')
    .filter((line) => line.startsWith('# '))
    .map((line) => line.slice(2))
    .join(' ');

/** Method, address and headers between notes and body, masked. */
const head = [
  '',
  'POST https://api.cloud-elements.com/elements/api-v2/instances',
  'Authorization: User ********, Organization ********',
  'Accept: application/json',
  'Content-Type: application/json',
  '',
];

describe('the preview of a request', () => {
  const place = useSandbox('preview');
  const [a, b] = [`${newSecret()}"\\\n`, newSecret()];
  const environment = (name: string) => (name === 'A' ? a : undefined);
  const check = (more: Partial<CheckResult> = {}) => {
    return () =>
      Promise.resolve({ problems: [], elementName: 'Help Scout', entries: [], secretEntries: ['password'], ...more });
  };
  const now = () => new Date(2026, 0, 2, 3, 4, 5).getTime();

  function deps() {
    const fileSecrets = createFileSecrets(memoryState(), memorySecrets());
    return { environment, check: check(), now, fileSecrets };
  }

  for (const [name, text] of Object.entries(requests)) {
    it(`is byte for byte what is sent, once each mask is replaced with its value: ${name}`, async () => {
      const agreed = { ...createConsents(memoryState()), has: () => true };
      const window = openWindow(place, {}, { environment, check: check(), consents: agreed });
      await window.context.fileSecrets.store(fileSecretEntry(window.account, 'helpscout', 'B'), b);
      const preview = await requestPreview({ ...window.context, now }, window.account, aSource(text));
      await window.provision(aSource(text));
      const sent = place.sandbox.requests().find(({ operation }) => operation === 'POST /instances')?.body;
      assert.ok(sent !== undefined);

      const values = new Map([
        ['${env:A}', a],
        ['${secret:B}', b],
      ]);
      const { shown, body, hidden } = built(text, values, ['password']);
      assert.ok(preview.endsWith(`\n\n${shown}`), preview);
      assert.deepEqual([applyEdits(shown, hidden), body], [sent, sent]);
      // Every edit replaces a mask, and there is no secret outside of them.
      assert.ok(hidden.every(({ start, end }) => shown.slice(start, end) === '********'));
      const secrets = [a, b, 'p@ss', '12345678901234567890', 'c0de', JSON.stringify(a).slice(1, -1)];
      for (const secret of secrets) assert.equal(preview.includes(secret), false);
    });
  }

  it('is what is sent once each mask is replaced with its value, for any JSON in any layout', () => {
    const texts = fc.string({
      unit: fc.constantFrom(
        ...['${env:A}', '${secret:B}', '${env:X}', '"', '\\', '\n', 'a', 'é', '😀', '\ud83d'],
        ...['//me:', '@h', '?token=', '&', '%40', '{"key":"', '"}', '["', ':', '='],
      ),
    });
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        texts,
        fc.double(),
        fc.boolean(),
        tie('list'),
        tie('object'),
        tie('inside'),
      ),
      inside: tie('json').map((value) => JSON.stringify(value)),
      list: fc.array(tie('json'), { maxLength: 3 }),
      object: fc.dictionary(fc.constantFrom('configuration', 'providerData', 'password', 'x'), tie('json')),
    }));
    const values = new Map([
      ['${env:A}', a],
      ['${secret:B}', b],
    ]);
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 2), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const { shown, body, hidden } = built(text, values, []);
        assert.equal(applyEdits(shown, hidden), body);
        const filled = JSON.parse(text, (_, item: unknown) => {
          return typeof item === 'string'
            ? item.replaceAll(/\$\{(env:A|secret:B)\}/g, (name) => values.get(name) ?? '')
            : item;
        }) as unknown;
        assert.deepEqual(JSON.parse(body), filled);
        assert.equal(shown.includes(b), false);
      }),
      { numRuns: 300 },
    );
  });

  const own = (account = anAccount, more: Partial<Parameters<typeof requestPreview>[0]> = {}) => {
    return (text: string) => requestPreview({ ...deps(), ...more }, account, aSource(text));
  };

  it('shows where the request is sent, with headers and masked secrets', async () => {
    const text = `{${element},"configuration":{"username":"me","password":"p@ss","api.key":"k3y!","on":true}}`;
    const lines = (await own()(text)).split('\n');
    const notes = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
    const { previewOf, previewRenew, previewMask } = messages;
    const expected = [previewOf(new Date(now()).toLocaleString()), previewRenew, previewMask('********')].join(' ');
    assert.equal(notes.join(' '), expected.split(/\s+/).join(' '));
    assert.deepEqual(lines.slice(notes.length), [
      ...head,
      `{${element},"configuration":{"username":"me","password":"********","api.key":"********","on":true}}`,
    ]);
  });

  const masked: [what: string, text: string, expected: string][] = [
    [
      'an entry that the catalog calls secret',
      '"configuration":{"password":"abc"}',
      '"configuration":{"password":"********"}',
    ],
    [
      'an entry whose name sounds secret',
      '"configuration":{"api.token":1.50}',
      '"configuration":{"api.token":********}',
    ],
    ['all of providerData', '"providerData":{"x":"y","z":[1]}', '"providerData":{"x":"********","z":[********]}'],
    [
      'a property whose name sounds secret, at any depth',
      '"x":{"client_secret":["s"]}',
      '"x":{"client_secret":["********"]}',
    ],
    [
      'a string that repeats a secret',
      '"configuration":{"password":"abcd"},"n":"abcd"',
      '"configuration":{"password":"********"},"n":"********"',
    ],
    [
      'a short secret that is an entire string, but no longer string that contains it',
      '"configuration":{"password":"abc"},"n":["abc","abcd"]',
      '"configuration":{"password":"********"},"n":["********","abcd"]',
    ],
    [
      'only the secrets of an address, and what repeats them',
      '"configuration":{"url":"https:\\/\\/me:p\\u0040ss@h.example:8080/?api_key=k3y1&x=1","note":"p@ss k3y1"}',
      '"configuration":{"url":"https:\\/\\/me:********@h.example:8080/?api_key=********&x=1","note":"******** ********"}',
    ],
    [
      'only the secret of JSON in a string, and what repeats it',
      String.raw`"configuration":{"event.poller.configuration":"{\"a\":{\"token\":\"t\u006Fk\\\"en\",\"n\":1}}","note":"is tok\"en!"}`,
      String.raw`"configuration":{"event.poller.configuration":"{\"a\":{\"token\":\"********\",\"n\":1}}","note":"is ********!"}`,
    ],
    ['only the value of a reference', '"n":"at ${env:A}!"', '"n":"at ********!"'],
    [
      'no reference without a value',
      '"configuration":{"password":"${env:X}"}',
      '"configuration":{"password":"${env:X}"}',
    ],
    [
      'nothing empty, true or null',
      '"configuration":{"password":"","token":true,"key":null}',
      '"configuration":{"password":"","token":true,"key":null}',
    ],
    ['no property name', '"password":{"secret":{}}', '"password":{"secret":{}}'],
  ];
  for (const [what, text, expected] of masked) {
    it(`masks ${what}`, async () => {
      assert.ok((await own()(`{${element},${text}}`)).endsWith(`\n{${element},${expected}}`));
    });
  }

  it('masks the value of a reference also where it is written literally', async () => {
    const preview = await own()(`{${element},"note":${JSON.stringify(`as in ${a}`)},"x":"\${env:A}"}`);
    assert.ok(preview.endsWith(`{${element},"note":"as in ********","x":"********"}`));
  });

  it('escapes invisible characters in the request and in the notes', async () => {
    const signIn = { flow: 'oauth2-code', parameters: [], tokenParameters: [], providerData: ['code'] } as const;
    const key = '"key":"x POST \\u202e"';
    const preview = await own(anAccount, { check: check({ signIn, elementName: undefined }) })(
      `{"element":{${key}},"note":"a\u202eb\u200b"}`,
    );
    assert.ok(preview.endsWith(String.raw`,"note":"a\u202eb\u200b"}`), preview);
    assert.equal(preview.match(/^POST/gm)?.length, 1);
    assert.doesNotMatch(preview, /[\u202e\u200b]/);
  });

  it('is formatted again if a person has to agree to it, so that nothing in it is hidden', () => {
    const configuration = `{"password":\n\n\n"\${env:A}",${' '.repeat(500)}"site":"${'x'.repeat(150)}@evil\u202e"}`;
    const shown = aDocument(`{${element},"configuration":${configuration}}`);
    const request = { document: shown, elementName: 'Help Scout' };
    const page = requestToRead({ account: anAccount, request, shown, question: 'Send?', does: 'It creates.' });
    const lines = page.split('\n');
    assert.deepEqual(
      lines.filter((line) => !line.startsWith('# ')),
      [
        ...head,
        '{',
        '  "element": { "key": "helpscout" },',
        '  "configuration": {',
        '    "password": "${env:A}",',
        `    "site": "${'x'.repeat(87)}`,
        String.raw`→ ${'x'.repeat(63)}@evil\u202e"`,
        '  }',
        '}',
      ],
    );
    assert.match(notesOf(page), /^Send\? It creates\. Nothing is sent until you select Send/);
    assert.match(
      notesOf(page),
      /References are shown as they are in the file, and their values are sent\..*begins with → continues/,
    );
    assert.ok(lines.every((line) => line.length <= 100));
  });

  it('masks every entry if the language server does not respond, and says so', async () => {
    const preview = await own(anAccount, { check: () => Promise.reject(new Error()) })(
      `{${element},"configuration":{"username":"me","x":{"y":5}},"name":"desk"}`,
    );
    assert.ok(
      preview.endsWith(`{${element},"configuration":{"username":"********","x":{"y":********}},"name":"desk"}`),
    );
    assert.match(notesOf(preview), /The language server isn't running, .*All of them are masked\.$/);
  });

  it('lists what is missing, and asks and stores nothing', async () => {
    const state = memoryState();
    const fileSecrets = createFileSecrets(state, memorySecrets());
    const preview = await own(anAccount, { fileSecrets })(
      `{${element},"x":"\${env:X} \${env:Y}","y":["\${secret:B}"]}`,
    );
    assert.match(notesOf(preview), /aren't set in the environment .*: X and Y .* isn't stored yet: \$\{secret:B\}$/);
    assert.equal(state.dump(), '[]');
  });

  it("says if the provider's page is opened first", async () => {
    const signIn = { flow: 'oauth2-code', parameters: [], tokenParameters: [], providerData: ['code'] } as const;
    const preview = await own(anAccount, { check: check({ signIn, elementName: 'Box' }) })(`{${element}}`);
    assert.match(
      notesOf(preview),
      /Box requires a sign-in on its provider's page\. .* adds the result as "providerData"\.$/,
    );
    const notes = preview.split('\n').filter((line) => line.startsWith('# '));
    assert.ok(
      notes.every((line) => line.length <= 62),
      'no longer than half a window is wide',
    );
  });

  it('has no address without an account, and reads no secret', async () => {
    const secrets = { ...memorySecrets(), get: () => Promise.reject(new Error('read')) };
    const fileSecrets = createFileSecrets(memoryState(), secrets);
    const preview = await requestPreview(
      { ...deps(), fileSecrets },
      undefined,
      aSource(`{${element},"x":"\${secret:B}"}`),
    );
    assert.match(preview, /^# No account is in use\. Provision Instance asks for one\.$/m);
    assert.match(preview, /^POST \(no account in use\)\/instances$/m);
  });

  it('says that a reference is not allowed as the element key', async () => {
    const preview = await own()('{"element":{"key":"${env:A}"}}');
    assert.match(preview, /^# The element key is a reference/m);
  });

  it('refuses a text that cannot be sent', async () => {
    await assert.rejects(own()('{'), /isn't a JSON object/);
    await assert.rejects(own()('{}'), /"element" has no "key"/);
  });
});

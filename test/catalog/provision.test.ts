import assert from 'node:assert/strict';
import { Cancelled } from '../../engine/src/ui';
import { readFacts, type AuthMethod, type ElementFacts } from '../../sandbox/src/facts';
import { check } from '../../server/src/features/check';
import { useSandbox } from '../kit/client/ownSandbox';
import { aSource, noBrowser, openWindow } from '../kit/client/ownWindow';
import { fakeBrowser } from '../kit/client/fakeBrowser';
import { catalog } from '../kit/catalog';
import { requestBy } from '../kit/factRequests';
import { freePort } from '../kit/freePort';

// From the facts to the token: the editor's judgement, the provider's page, the request and the sandbox, of which none but
// the sandbox knows the facts.

const answer = 'acme';

/** Where the answer of a provider's page goes, and so how it gets here. */
const ways = {
  'the listener': async () => `http://127.0.0.1:${await freePort()}/callback`,
  'the editor': () => Promise.resolve(`${noBrowser.editorAddress}/callback`),
  'a pasted address': () => Promise.resolve('https://app.example.com/callback?tenant=1'),
};

describe('every element is provisioned', () => {
  const place = useSandbox('catalog');

  for (const element of readFacts()) {
    for (const [index, method] of element.authentication.entries()) {
      const name = `${element.key}, ${method.type}${element.authentication.length > 1 ? ` (${index + 1})` : ''}`;
      if (method.flow === 'direct') {
        it(`${name}: directly`, () => provision(element, method));
        continue;
      }
      for (const [by, callback] of Object.entries(ways)) {
        it(`${name}: by ${by}`, async () => provision(element, method, await callback()));
      }
    }
  }

  async function provision(element: ElementFacts, method: AuthMethod, callback?: string): Promise<void> {
    const secrets: string[] = [];
    const text = JSON.stringify(requestBy(element, method, callback, secrets), undefined, 2);
    const { browser, address } = fakeBrowser();
    const press = method.flow === 'direct' ? [] : ['Open Page'];
    const checkText = (checked: string) => Promise.resolve(check(checked, catalog));
    const window = openWindow(place, { press }, { browser, check: checkText });
    window.ui.ask = async ({ signal, validate, prompt }) => {
      // A parameter of the sign-in that no entry has, such as the subdomain of Desk.com.
      if (signal === undefined) return answer;
      if (signal.aborted || !address().startsWith('https:')) throw new Cancelled();
      assert.equal(validate?.(address()), undefined, prompt);
      return Promise.resolve(address());
    };
    await window.provision(aSource(text));

    const shownNotice = window.ui.shown.at(method.flow === 'direct' ? 0 : 1);
    assert.match(shownNotice?.text ?? '', /was created/, window.ui.everythingShown());
    const sent = place.sandbox.requests().filter(({ operation }) => operation === 'POST /instances');
    assert.equal(sent.length, 1);
    const { providerData, ...body } = JSON.parse(sent[0]?.body ?? '') as { providerData?: Record<string, string> };
    assert.deepEqual(body, withAnswers(JSON.parse(text) as Body, body as Body));
    if (method.flow !== 'direct') for (const name of method.providerData) assert.ok(providerData?.[name], name);
    const [entry] = window.tokens.list();
    assert.ok(entry && entry.elementKey === element.key);
    assert.equal(await window.tokens.read(entry), place.sandbox.instances().at(-1)?.token);

    const shown = [window.ui.everythingShown(), window.state.dump(), window.lastResponse.text()].join('\n');
    const given = Object.entries(providerData ?? {}).filter(([name]) => name !== 'tenant');
    const hidden = [...secrets, ...given.map(([, value]) => value)];
    for (const secret of hidden) assert.equal(shown.includes(secret), false);
    // The call for an OAuth 1 token is the one that the platform documents with its secret in the query.
    const urls = place.sandbox.requests().filter(({ url }) => !url.includes('/oauth/token'));
    for (const { url } of urls) assert.ok(!secrets.some((secret) => url.includes(encodeURIComponent(secret))));
  }
});

interface Body {
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** What was asked for because the sign-in needs it, and the facts do not: the same answer each time. */
function withAnswers(expected: Body, sent: Body): Body {
  const answered = Object.entries(sent.configuration).filter(([, value]) => value === answer);
  return { ...expected, configuration: { ...expected.configuration, ...Object.fromEntries(answered) } };
}

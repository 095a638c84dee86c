import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSubject } from '../../../client/src/features/curl/subject';
import { readJson } from '../../../common/src/json/readJson';
import type { CheckResult, SignIn } from '../../../common/src/protocol/checking';
import { jsonWord } from '../../../engine/src/curl/variables';
import type { Http } from '../../../engine/src/platform/http';
import { requestPreview } from '../../../engine/src/provisioning/requestPreview';
import type { Browser } from '../../../engine/src/provisioning/provisionContext';
import { countReads } from '../../kit/client/countReads';
import { openAccounts } from '../../kit/client/ownAccounts';
import { fakeCurlWindow } from '../../kit/client/fakeCurlWindow';
import { aSource, noBrowser, openWindow } from '../../kit/client/ownWindow';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';
import { buttons as signInButtons } from '../../../engine/src/provisioning/signIn/messages';

/** Words that occur in one text only, or in every text that is made from a request. */
const words = ['mark.request', 'mark.written', 'mark.composed', 'mark.answer'] as const;
const [request, written, composed, answer] = words;

const callback = `${noBrowser.editorAddress}/callback`;
const parameter = { entry: 'oauth.callback.url', label: 'Callback', secret: false, required: true };
const signIn: SignIn = {
  flow: 'oauth2-code',
  parameters: [{ ...parameter, name: 'callbackUrl' }],
  tokenParameters: [],
  providerData: ['code'],
};

interface Case {
  readonly refers?: boolean;
  readonly hasSchema?: boolean;
  readonly signsIn?: boolean;
  readonly isRefused?: boolean;
}

const textOf = ({ refers = false, hasSchema = false }: Case) =>
  JSON.stringify(
    {
      ...(hasSchema && { $schema: `./${written}.json` }),
      element: { key: 'dropbox' },
      configuration: {
        [request]: refers ? '${env:A}' : 'a',
        password: refers ? 'x${env:B}' : 'b',
        'oauth.callback.url': callback,
      },
      name: refers ? 'at ${env:A}' : 'mine',
    },
    undefined,
    2,
  );

const checkOf = ({ signsIn = false }: Case) => {
  const result: CheckResult = { problems: [], elementName: 'Dropbox', entries: [request], secretEntries: ['password'] };
  return () => Promise.resolve(signsIn ? { ...result, signIn } : result);
};
const environment = (name: string) => `value of ${name}`;

describe('a request is read once', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'read-once-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Provisions and agrees to every question. Returns the reads, the text that was sent, and the marks in the file. */
  async function press(one: Case) {
    let take: ((parameters: Record<string, string>) => boolean) | undefined;
    let state = '';
    let sent = '';
    const http: Http = ({ method, url, body }) => {
      const say = (status: number, value: unknown) =>
        Promise.resolve({ status, headers: {}, text: JSON.stringify(value) });
      if (url.includes('/oauth/url')) {
        state = /"state":"([^"]*)"/.exec(body ?? '')?.[1] ?? '';
        return say(200, { oauthUrl: `https://login.example.com/?state=${state}` });
      }
      if (method !== 'POST' || !url.endsWith('/instances')) return say(200, []);
      sent = body ?? '';
      if (one.isRefused === true) return say(400, { message: 'Check the password', requestId: answer });
      return say(200, { id: 7, token: 't0ken', name: 'mine', tags: [answer] });
    };
    const browser: Browser = {
      ...noBrowser,
      open: () => Promise.resolve(take?.({ code: composed, state }) ?? false),
      onRedirect: (listener) => {
        take = listener;
        return () => undefined;
      },
    };
    const sandbox = { secrets: { user: 'us3r', organization: 'org4nization' }, baseUrl: 'https://api.example.com/x' };
    const place = { sandbox, folder } as Parameters<typeof openWindow>[0];
    const window = openWindow(place, {}, { http, browser, environment, check: checkOf(one) });
    const yes = [provisionButtons.send, signInButtons.openPage];
    window.ui.show = (_, ...buttons) => Promise.resolve(buttons.find((button) => yes.includes(button)));
    const counts = await countReads(words, () => window.provision(aSource(textOf(one))));
    return { counts, sent, marks: window.marks.flat() };
  }

  it('by a correct count', async () => {
    const text = textOf({ hasSchema: true });
    const read = { [request]: 1, [written]: 1, [composed]: 0, [answer]: 0 };
    assert.deepEqual(await countReads(words, () => readJson(text)), read);
    assert.deepEqual(await countReads(words, () => JSON.parse(text) as unknown), read);
  });

  // A sign-in makes another text, which is also read once. A response is read for the instance or the failure, and again to
  // be shown.
  const presses: [what: string, one: Case, reads: [composed: number, answer: number]][] = [
    ['without references', {}, [0, 2]],
    ['with references', { refers: true }, [0, 2]],
    ['with references and a schema', { refers: true, hasSchema: true }, [0, 2]],
    ['with a sign-in', { signsIn: true }, [1, 2]],
    ['with references, a schema and a sign-in', { refers: true, hasSchema: true, signsIn: true }, [1, 2]],
    ['with a rejection of the platform', { isRefused: true }, [0, 3]],
    [
      'with references, a schema, a sign-in and a rejection',
      { refers: true, hasSchema: true, signsIn: true, isRefused: true },
      [1, 3],
    ],
  ];
  for (const [what, one, [others, answers]] of presses) {
    it(`when provisioning ${what}`, async () => {
      const { counts, sent, marks } = await press(one);
      assert.deepEqual(counts, {
        [request]: 1 + others,
        [written]: one.hasSchema === true ? 1 : 0,
        [composed]: others,
        [answer]: answers,
      });
      assert.deepEqual(
        [sent.includes('value of A'), sent.includes(written), sent.includes(composed), marks.length],
        [one.refers === true, false, one.signsIn === true, one.isRefused === true ? 1 : 0],
      );
    });
  }

  const all: Case = { refers: true, hasSchema: true, signsIn: true };
  const once = { [request]: 1, [written]: 1, [composed]: 0, [answer]: 0 };

  it('for a preview', async () => {
    const { fileSecrets } = openAccounts({});
    const deps = { fileSecrets, environment, check: checkOf(all), now: () => 0 };
    assert.deepEqual(await countReads(words, () => requestPreview(deps, undefined, aSource(textOf(all)))), once);
  });

  it('for a cURL command', async () => {
    const services = { ...openAccounts({}), check: checkOf(all), curlWindow: fakeCurlWindow() };
    const copy = async () => jsonWord((await readSubject(services, aSource(textOf(all)))).request, new Map());
    assert.deepEqual(await countReads(words, copy), once);
  });

  it('by one function only: all other code that parses JSON parses no request', async () => {
    const root = path.join(__dirname, '../../..');
    const rooms = ['engine/src/provisioning', 'engine/src/curl', 'client/src/features'];
    const found: Record<string, string[]> = {};
    for (const room of rooms) {
      for (const file of await readdir(path.join(root, room), { recursive: true })) {
        if (!file.endsWith('.ts')) continue;
        const calls = (await readFile(path.join(root, room, file), 'utf8')).match(
          /\b(?:readJson|parseJson|JSON\.parse)\(/g,
        );
        if (calls !== null) found[path.basename(file)] = calls.map((call) => call.slice(0, -1));
      }
    }
    assert.deepEqual(found, {
      // The request, and the text that is made from it.
      'requestDocument.ts': ['readJson', 'readJson'],
      // Files of their own.
      'lock.ts': ['parseJson'],
      'records.ts': ['parseJson'],
      // The platform's answer, to be shown.
      'lastResponse.ts': ['parseJson'],
      // The elements of the catalog, and their skeletons.
      'elementList.ts': ['parseJson', 'parseJson'],
      // One string of a file, by its range.
      'moveSecret.ts': ['parseJson'],
    });
  });
});

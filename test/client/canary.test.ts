import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAccounts } from '../../client/src/accounts/accounts';
import { createFileSecrets } from '../../client/src/accounts/fileSecrets';
import { createTokens } from '../../client/src/accounts/tokens';
import { copySupport } from '../../client/src/commands/copySupport';
import { copyToken } from '../../client/src/commands/copyToken';
import { requireAccess } from '../../client/src/commands/requireAccess';
import { runCommand } from '../../client/src/commands/runCommand';
import { createLog } from '../../client/src/log';
import { logCalls } from '../../client/src/platform/callLog';
import { nodeFetch } from '../../client/src/platform/http';
import { createConsents } from '../../client/src/provisioning/consents';
import { createLastResponse } from '../../client/src/provisioning/lastResponse';
import { createLock } from '../../client/src/provisioning/lock';
import { createProvisioner } from '../../client/src/provisioning/provision';
import { aWindow, fakeUi, memorySecrets, memoryState, newSecret, type Script } from './fakes';
import { withoutSignIn } from './ownWindow';
import { startServer, type LocalServer } from './localServer';

/** How a server may hand back what it was sent, in the worst case, beside a token. All of them are canaries. */
type Echo = (
  sent: readonly string[],
  token: string,
) => { status: number; headers?: Record<string, string>; body: string };

const echoes: Record<string, Echo> = {
  'a success that repeats everything': (sent, token) => ({
    status: 200,
    body: JSON.stringify({
      id: 1,
      token,
      message: token,
      element: { key: 'exampledesk', description: sent.join(' ') },
      configuration: Object.fromEntries(sent.map((secret, index) => [`entry.${index}`, secret])),
      tags: sent.map((secret) => `tag ${secret}`),
      user: Object.fromEntries(sent.map((secret) => [secret, encodeURIComponent(secret)])),
    }),
  }),
  'an error that repeats everything': (sent, token) => ({
    status: 400,
    headers: { 'elements-request-id': sent[1] ?? '', 'retry-after': sent[2] ?? '' },
    body: JSON.stringify({
      token,
      message: `${token} ${sent.join(' ')}`,
      providerMessage: `no: ${sent.join(',')}`,
      requestId: sent[1],
    }),
  }),
  'a page that repeats everything': (sent) => ({ status: 502, body: `<html>${sent.join('<br>')}</html>` }),
  'a redirect that repeats everything': (sent) => ({
    status: 302,
    headers: { location: `https://example.net/?${sent.map(encodeURIComponent).join('&')}` },
    body: sent.join(' '),
  }),
  'a success of another shape': (sent) => ({ status: 200, body: JSON.stringify(sent) }),
};

describe('canary', () => {
  let server: LocalServer;
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'canary-'));
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [name, echo] of Object.entries(echoes)) {
    for (const isServerDown of [false, true]) {
      it(`finds no secret outside the request after ${name}${isServerDown ? ', unchecked' : ''}`, async () => {
        const [token, user, organization, password, apiKey, code, listed, short] = Array.from({ length: 8 }, newSecret);
        // Of a file's references: one from the environment, one that is asked for. JSON has to escape both.
        const [variable, asked] = [`${newSecret()}"\\`, `"${newSecret()}\n`];
        const short5 = short?.slice(0, 5);
        const secrets = [token, user, organization, variable, asked, password, apiKey, code, listed, short5].map(
          String,
        );
        server = await startServer((request, response) => {
          const check = { status: 200, headers: {}, body: '{}' };
          const ping = { status: 400, headers: {}, body: JSON.stringify({ providerMessage: `no: ${secrets.join()}` }) };
          const answer = request.url?.endsWith('/ping') === true ? ping : check;
          const { status, headers, body } = request.method === 'GET' ? answer : echo(secrets.slice(1), String(token));
          response.writeHead(status, headers).end(body);
        });
        const [configured, note] = [{ password, 'api.key': apiKey, note: listed, token: secrets.at(-1) }, 'readable'];
        const text = JSON.stringify({
          element: { key: 'exampledesk' },
          configuration: { ...configured, site: note },
          providerData: { code },
          // Neither the catalog nor their names say that these are secret.
          tags: ['${env:DESK}', 'Basic ${secret:DESK}'],
          name: 'desk',
        });
        const sent = { ...(JSON.parse(text) as object), tags: [variable, `Basic ${asked}`] };

        const everything = await use(text, secrets, isServerDown);

        const posts = server.requests.filter(({ method }) => method === 'POST');
        assert.equal(posts.length, 1);
        assert.deepEqual(JSON.parse(posts[0]?.body ?? ''), sent);
        for (const secret of secrets) {
          assert.equal(everything.includes(secret), false);
          assert.equal(everything.includes(encodeURIComponent(secret)), false);
          assert.equal(everything.includes(JSON.stringify(secret).slice(1, -1)), false);
        }
        // What is looked through is not empty.
        assert.match(everything, /POST \/elements\/api-v2\/instances \d+ \d+ ms/);
        assert.match(everything, /exampledesk/);
        assert.match(everything, /# Cloud Elements Instances: diagnostics/);
      });
    }
  }

  /** Adds an account, provisions, copies the token; gives all that was shown, logged or written in clear. */
  async function use(text: string, secrets: readonly string[], isServerDown: boolean): Promise<string> {
    const [, user = '', organization = '', variable, asked = ''] = secrets;
    const press = isServerDown ? ['Provision Anyway', 'Send'] : ['Send'];
    const script: Script = {
      pick: ['Another address', 'desk'],
      type: [server.url, 'Mine', user, organization, asked],
      press,
    };
    const ui = fakeUi(script);
    const [state, store] = [memoryState(), memorySecrets()];
    const log = createLog({ appendLine: () => undefined, show: () => undefined }, () => 'debug');
    const http = logCalls(nodeFetch, log);
    const accounts = createAccounts(state, store, () => '');
    const tokens = createTokens(state, store, () => new Date());
    const lastResponse = createLastResponse();
    const entries = ['note'];
    const marks: unknown[] = [];
    const provision = createProvisioner({
      ui,
      http,
      tokens,
      fileSecrets: createFileSecrets(state, store),
      consents: createConsents(state),
      environment: (name) => (name === 'DESK' ? variable : undefined),
      lastResponse,
      ...withoutSignIn(),
      trace: log.debug,
      showProblems: (_, problems) => void marks.push(problems),
      lock: createLock(folder),
      now: Date.now,
      check: () =>
        isServerDown
          ? Promise.reject(new Error())
          : Promise.resolve({ problems: [], entries: [], secretEntries: entries }),
      requireAccess: () => requireAccess({ ui, http, accounts }),
      enterSecrets: () => Promise.resolve(),
      showResponse: () => Promise.resolve(),
    });
    await runCommand({ ui, log }, 'provision', () =>
      provision({
        name: 'file:///instance.json',
        uri: 'file:///instance.json',
        text: () => text,
        goTo: () => Promise.resolve(),
      }),
    );
    await runCommand({ ui, log }, 'copy', () => copyToken({ ui, tokens }));
    await runCommand({ ui, log }, 'support', () =>
      copySupport({ ui, accounts, lastResponse, log, windowFacts: () => aWindow }),
    );
    // The token that was asked for is on the clipboard, too.
    const support = ui.copied.at(-1);
    const files = await readdir(folder);
    const contents = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
    const shown = [ui.shown(), JSON.stringify(marks), support, ...log.lines(), lastResponse.text()];
    return [...shown, state.dump(), ...files, ...contents].join('\n');
  }
});

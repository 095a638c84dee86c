import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check } from '../../../server/src/features/check';
import { otherBaseUrl } from '../../../client/src/features/accounts/messages';
import { catalog } from '../../kit/catalog';
import { freePort } from '../../kit/freePort';
import { navigate } from '../../kit/navigate';
import { runAllCommands, containsSecret } from '../../kit/client/runAllCommands';
import { newSecret, type Script } from '../../kit/client/fakes';
import { startServer } from '../../kit/client/localServer';
import { noBrowser } from '../../kit/client/ownWindow';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';
import { buttons as signInButtons } from '../../../engine/src/provisioning/signIn/messages';

const elements = { 'OAuth 2': 'slack', 'OAuth 1': 'twitter' };
/** Responses of the platform to the creation, which repeat everything that it was sent. */
const answers: Record<string, (echo: string, token: string) => { status: number; body: object }> = {
  'a success': (echo, token) => ({ status: 200, body: { id: 1, token, name: echo, element: { key: echo } } }),
  'a refusal': (echo, token) => ({ status: 400, body: { token, message: `${echo} ${token}`, providerMessage: echo } }),
};

describe('canary of a sign-in', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'canary-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  for (const [flow, key] of Object.entries(elements)) {
    for (const [answer, make] of Object.entries(answers)) {
      for (const isDenied of [false, true]) {
        if (isDenied && answer === 'a refusal') continue;
        const what = isDenied ? 'a refusal of the provider' : answer;
        it(`finds no secret outside its request after ${flow} and ${what}`, async () => {
          const names = ['token', 'user', 'organization', 'apiSecret', 'variable', 'given', 'more'];
          if (flow === 'OAuth 1') names.push('requestSecret');
          const secret = new Map(names.map((name) => [name, newSecret()]));
          const of = (name: string) => secret.get(name) ?? '';
          const requestToken = newSecret();
          const callback = `http://127.0.0.1:${await freePort()}/callback`;
          // Every response repeats everything that the server knows.
          const echo = [...secret.values()].filter((value) => value !== of('token')).join(' ');
          const server = await startServer((request, response) => {
            const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
            const asked: Record<string, object> = {
              token: { token: requestToken, secret: of('requestSecret'), note: echo },
              url: {
                oauthUrl: `${server.url}/page?state=${stateOfPage()}&note=${encodeURIComponent('x')}`,
                note: echo,
              },
              me: { name: echo },
              ping: { providerMessage: echo, message: echo },
            };
            const name = pathname.split('/').at(-1) ?? '';
            const { status, body } =
              name === 'instances'
                ? make(echo, of('token'))
                : { status: name === 'ping' ? 400 : 200, body: asked[name] ?? {} };
            response.writeHead(status).end(JSON.stringify(body));
          });
          // The state that the caller sent with its request for a page.
          const stateOfPage = () => {
            const wish = server.requests.find(({ url }) => url.endsWith('/oauth/url'));
            return (JSON.parse(wish?.body ?? '{}') as { state?: string }).state ?? '';
          };
          const back = () =>
            new URLSearchParams({
              ...(flow === 'OAuth 2'
                ? { code: of('given') }
                : { oauth_token: requestToken, oauth_verifier: of('given') }),
              ...(isDenied && { error: of('apiSecret'), error_description: of('variable') }),
              state: stateOfPage(),
              realmId: of('more'),
            });
          const text = JSON.stringify({
            element: { key },
            configuration: {
              'oauth.api.key': '${env:KEY}',
              'oauth.callback.url': callback,
              ...(key === 'slack' && { 'oauth.scope': 'read' }),
            },
            name: 'mine',
          });
          const script: Script = {
            pick: [otherBaseUrl, 'mine'],
            type: [server.url, 'Mine', of('user'), of('organization'), of('apiSecret')],
            press: [provisionButtons.send, signInButtons.openPage],
          };

          const everything = await runAllCommands(text, script, folder, {
            check: (checked) => Promise.resolve(check(checked, catalog)),
            environment: () => of('variable'),
            browser: {
              ...noBrowser,
              open: async () => {
                await navigate(`${callback}?${back().toString()}`);
                return true;
              },
            },
          });
          await server.close();

          const sent = server.requests.filter(({ url }) => url.endsWith('/instances'));
          assert.equal(sent.length, isDenied ? 0 : 1);
          for (const body of sent.map((request) => request.body)) {
            assert.ok(
              containsSecret(body, of('given')) &&
                containsSecret(body, of('apiSecret')) &&
                containsSecret(body, of('variable')),
            );
          }
          for (const [name, value] of secret) assert.equal(containsSecret(everything, value), false, name);
          assert.equal(containsSecret(everything, requestToken), false);
          // Only the call for an OAuth 1 token has a secret in its address: nothing else is documented.
          const addresses = server.requests.map(({ url }) => url).filter((url) => !url.includes('/oauth/token?'));
          for (const value of secret.values()) assert.ok(!addresses.some((url) => containsSecret(url, value)));
          // The searched texts are not empty.
          assert.match(everything, /POST \/elements\/api-v2\/elements\/\w+\/oauth\/url 200/);
          assert.match(everything, /sign-in: listener received (?:granted|denied)/);
        });
      }
    }
  }
});

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { otherBaseUrl } from '../../../client/src/features/accounts/messages';
import { runAllCommands, containsSecret, inAllSpellings } from '../../kit/client/runAllCommands';
import { support } from '../../../client/src/features/support/messages';
import { newSecret, type Script } from '../../kit/client/fakes';
import { startServer, type LocalServer } from '../../kit/client/localServer';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';

/** How a server may, in the worst case, return everything that it was sent, together with a token. All values are canaries. */
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
  'an error that repeats everything in other spellings': (sent, token) => ({
    status: 400,
    headers: { 'elements-request-id': inAllSpellings(sent[1] ?? ''), 'retry-after': inAllSpellings(sent[2] ?? '') },
    body: JSON.stringify({
      token,
      message: sent.map(inAllSpellings).join(' '),
      providerMessage: sent.map(inAllSpellings).join(','),
    }),
  }),
  'a success that repeats everything in other spellings': (sent, token) => ({
    status: 200,
    body: JSON.stringify({
      id: 1,
      token,
      name: sent.map(inAllSpellings).join(),
      tags: sent.map((secret) => inAllSpellings(secret)),
    }),
  }),
  'a page that repeats everything in other spellings': (sent, token) => ({
    status: 502,
    body: `<html>${sent.map(inAllSpellings).join('<br>')} {"token": "${token}", ...`,
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
        // Values of the file's references: one from the environment, and one that is asked for. JSON has to escape both.
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

        const script: Script = {
          pick: [otherBaseUrl, 'desk'],
          type: [server.url, 'Mine', String(user), String(organization), asked],
          press: [
            ...(isServerDown ? [provisionButtons.provisionAnyway] : []),
            provisionButtons.showRequest,
            provisionButtons.send,
          ],
        };
        const everything = await runAllCommands(text, script, folder, {
          environment: (name) => (name === 'DESK' ? variable : undefined),
          check: () =>
            isServerDown
              ? Promise.reject(new Error())
              : Promise.resolve({ problems: [], entries: [], secretEntries: ['note'] }),
        });

        const posts = server.requests.filter(({ method }) => method === 'POST');
        assert.equal(posts.length, 1);
        assert.deepEqual(JSON.parse(posts[0]?.body ?? ''), sent);
        for (const secret of secrets) assert.equal(containsSecret(everything, secret), false);
        // The searched texts are not empty.
        assert.match(everything, /POST \/elements\/api-v2\/instances \d+ \d+ ms/);
        assert.match(everything, /exampledesk/);
        assert.ok(everything.includes(`# ${support.title}`));
        assert.match(everything, /POST http:\/\/127.*\nAuthorization: User \*{8}, Organization \*{8}\n/);
      });
    }
  }
});

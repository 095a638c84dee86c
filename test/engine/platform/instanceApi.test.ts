import assert from 'node:assert/strict';
import { nodeFetch, type Http } from '../../../engine/src/platform/http';
import type { Access } from '../../../engine/src/platform/access';
import { checkAccess, createInstance, deleteInstance, listInstances } from '../../../engine/src/platform/instanceApi';
import { aJson } from '../../kit/client/document';
import { newSecret } from '../../kit/client/fakes';
import { startServer, type LocalServer } from '../../kit/client/localServer';

const none = new AbortController().signal;

describe('instances', () => {
  let server: LocalServer;
  const access = (): Access => ({
    baseUrl: `${server.url}/elements/api-v2`,
    userSecret: newSecret(),
    organizationSecret: newSecret(),
  });
  const answers = async (status: number, body: unknown, headers: Record<string, string> = {}) => {
    server = await startServer((_, response) => {
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  };
  afterEach(async () => {
    await server.close();
  });

  const created = {
    id: 700123,
    name: 'support-desk',
    createdDate: '2026-01-05T09:30:00Z',
    element: { key: 'exampledesk', name: 'Example Desk' },
    valid: true,
  };

  it('creates with one POST that has the two-part header, user first, and the unchanged body', async () => {
    const token = newSecret();
    await answers(200, { ...created, token });
    const body = '{ "element" : {"key":"exampledesk"},\r\n\t"name": "Zoë – “quoted” 😀" }\n';
    const mine = access();
    const outcome = await createInstance(nodeFetch, mine, { body: aJson(body) }, none);
    assert.equal(server.requests.length, 1);
    const [request] = server.requests;
    assert.deepEqual([request?.method, request?.url, request?.body], ['POST', '/elements/api-v2/instances', body]);
    const headers = new Map(pairs(request?.rawHeaders ?? []));
    assert.equal(headers.get('authorization'), `User ${mine.userSecret}, Organization ${mine.organizationSecret}`);
    assert.equal(headers.get('content-type'), 'application/json');
    assert.equal(headers.get('accept'), 'application/json');
    assert.deepEqual('instance' in outcome && outcome.instance, {
      id: '700123',
      token,
      name: 'support-desk',
      elementKey: 'exampledesk',
      elementName: 'Example Desk',
      valid: true,
      createdDate: '2026-01-05T09:30:00Z',
    });
  });

  it('returns all secrets of a request, and those that its answer adds, whatever the outcome', async () => {
    const [url, account, password, token] = [newSecret(), newSecret(), newSecret(), newSecret()];
    const body = JSON.stringify({
      configuration: { url: `//me:${encodeURIComponent(url)}@h.example`, account, password },
    });
    const secretsOf = async (status: number, answer: unknown) => {
      await answers(status, answer);
      const outcome = await createInstance(nodeFetch, access(), { body: aJson(body), secretEntries: [] }, none);
      await server.close();
      return [url, account, password, token].map((secret) => outcome.secrets.includes(secret));
    };
    const masked = { ...created, token, configuration: { account: '********', url: 'x' } };
    assert.deepEqual(await secretsOf(200, masked), [true, true, true, true]);
    assert.deepEqual(await secretsOf(400, masked), [true, true, true, true]);
    assert.deepEqual(await secretsOf(502, ''), [true, false, true, false]);
    const nowhere = { ...access(), baseUrl: 'http://127.0.0.1:9' };
    const unsent = await createInstance(nodeFetch, nowhere, { body: aJson(body) }, none);
    assert.ok(unsent.secrets.includes(url) && unsent.secrets.includes(account));
  });

  it('collects the secrets of a request before it is sent', async () => {
    await answers(200, '');
    const body = '{"providerData":["s3cret"]}';
    const steps: string[] = [];
    const http: Http = (request) => {
      steps.push('sent');
      return nodeFetch(request);
    };
    const read = aJson(body);
    const watched = {
      ...read,
      get values() {
        steps.push('read');
        return read.values;
      },
    };
    const outcome = await createInstance(http, access(), { body: watched }, none);
    assert.ok(outcome.secrets.includes('s3cret'));
    assert.deepEqual([...new Set(steps), steps.at(-1)], ['read', 'sent', 'sent']);
  });

  const odd: Record<string, unknown> = {
    'an empty body': '',
    'a page': '<html></html>',
    'an array': ['accepted'],
    'no token': created,
    'no id': { token: 'x' },
    'an empty token': { ...created, token: '' },
    ...Object.fromEntries(
      [
        '"../7"',
        '".."',
        '"7/8"',
        '"x"',
        '""',
        '-7',
        '7.5',
        '1e300',
        '9007199254740993.0',
        'true',
        '{}',
        '[7]',
        '"७"',
      ].map((id) => [`the id ${id}`, `{"token":"t-o-k-e-n","id":${id}}`]),
    ),
  };
  for (const [name, body] of Object.entries(odd)) {
    it(`does not treat ${name} with status 200 as a success`, async () => {
      await answers(200, body);
      const outcome = await createInstance(nodeFetch, access(), { body: aJson('{}') }, none);
      assert.ok('failure' in outcome);
      assert.deepEqual([outcome.failure.cause, outcome.failure.maybeDone], ['odd-success', true]);
    });
  }

  const ids = [
    '7',
    '9007199254740991',
    '9007199254740993',
    '123456789012345678901234567890',
    '"9007199254740993"',
    '"007"',
  ];
  it('returns an ID with the digits that the platform wrote, after a creation and in a list', async () => {
    for (const id of ids) {
      await answers(200, `{"id": 1, "element": {"id": 5}, "token": "t-o-k-e-n", "id" : ${id} , "tags": ["id", 3]}`);
      const outcome = await createInstance(nodeFetch, access(), { body: aJson('{}') }, none);
      assert.ok('instance' in outcome);
      assert.equal(outcome.instance.id, id.replaceAll('"', ''));
      await server.close();
    }
    const items = ids.map((id) => `{"element":{"id":1},"id":${id},"token":"t-o-k-e-n","user":{"id":9007199254740993}}`);
    await answers(200, `[{"id":9007199254740995},${items.join(',\n')}]`);
    const outcome = await listInstances(nodeFetch, access(), 'exampledesk', none);
    assert.ok('instances' in outcome);
    assert.deepEqual(
      outcome.instances.map(({ id }) => id),
      ids.map((id) => id.replaceAll('"', '')),
    );
  });

  it('rejects a list with an invalid ID', async () => {
    await answers(200, [
      { ...created, token: 't-o-k-e-n' },
      { ...created, id: '../7', token: 't-o-k-e-n' },
    ]);
    assert.equal(await listed(), 'odd-success');
  });

  it('sends nothing if an ID or key would change the address', async () => {
    await answers(200, []);
    for (const odd of ['..', '7/8', '', '%2e%2e']) {
      const failed = await deleteInstance(nodeFetch, access(), odd, none);
      assert.deepEqual([failed?.failure.cause, failed?.failure.maybeDone], ['unsendable', false]);
      const outcome = await listInstances(nodeFetch, access(), odd, none);
      assert.equal('failure' in outcome && outcome.failure.cause, 'unsendable');
    }
    assert.deepEqual(server.requests, []);
  });

  it("lists the instances of an element page by page, with the time by the server's clock", async () => {
    const items = ['1', '2'].map((id) => ({ ...created, id, token: newSecret() }));
    server = await startServer((request, response) => {
      const isSecond = request.url?.includes('nextPage=two') === true;
      response.setHeader('Date', 'Mon, 05 Jan 2026 09:31:00 GMT');
      if (!isSecond) response.setHeader('Elements-Next-Page-Token', 'two');
      response.end(JSON.stringify([items[isSecond ? 1 : 0], { id: 'without a token' }]));
    });
    const outcome = await listInstances(nodeFetch, access(), 'a b', none);
    assert.ok('instances' in outcome);
    assert.deepEqual(
      outcome.instances.map(({ id }) => id),
      ['1', '2'],
    );
    assert.equal(outcome.date?.toISOString(), '2026-01-05T09:31:00.000Z');
    assert.equal(server.requests[0]?.url, '/elements/api-v2/elements/a%20b/instances?pageSize=100');
  });

  it('reads a 404 with a message as an empty list, and any other as a wrong address', async () => {
    await answers(404, { message: 'No instances found' });
    assert.deepEqual(await listed(), []);
    await server.close();
    await answers(404, '<html>Not Found</html>');
    assert.equal(await listed(), 'missing');
  });

  async function listed(): Promise<unknown> {
    const outcome = await listInstances(nodeFetch, access(), 'exampledesk', none);
    return 'failure' in outcome ? outcome.failure.cause : outcome.instances;
  }

  it('stops after 20 pages', async () => {
    await answers(200, [], { 'Elements-Next-Page-Token': 'again' });
    assert.deepEqual(await listed(), []);
    assert.equal(server.requests.length, 20);
  });

  it('deletes with one DELETE that has the two-part header, whatever the body of the answer is', async () => {
    const bodies = ['', 'null', '{"id":7}'];
    server = await startServer((_, response) => response.end(bodies[server.requests.length - 1]));
    for (const [index] of bodies.entries()) {
      const mine = access();
      assert.equal(await deleteInstance(nodeFetch, mine, '78', none), undefined);
      const request = server.requests.at(-1);
      assert.equal(server.requests.length, index + 1);
      assert.deepEqual([request?.method, request?.url], ['DELETE', '/elements/api-v2/instances/78']);
      const headers = new Map(pairs(request?.rawHeaders ?? []));
      assert.equal(headers.get('authorization'), `User ${mine.userSecret}, Organization ${mine.organizationSecret}`);
    }
  });

  it('says why an instance was not deleted', async () => {
    await answers(409, { message: 'In use' });
    const failed = await deleteInstance(nodeFetch, access(), '7', none);
    assert.deepEqual([failed?.failure.cause, failed?.response?.status], ['conflict', 409]);
    const gone = await deleteInstance(nodeFetch, { ...access(), baseUrl: 'http://127.0.0.1:9' }, '7', none);
    assert.deepEqual([gone?.failure.cause, gone?.response], ['refused', undefined]);
  });

  it('checks the secrets with GET /organizations/me', async () => {
    await answers(200, { id: 1 });
    assert.equal(await checkAccess(nodeFetch, access(), none), undefined);
    assert.deepEqual(
      [server.requests[0]?.method, server.requests[0]?.url],
      ['GET', '/elements/api-v2/organizations/me'],
    );
    await server.close();
    await answers(401, { message: 'Invalid Organization or User secret, or invalid Element token provided.' });
    assert.equal((await checkAccess(nodeFetch, access(), none))?.cause, 'unauthorized');
  });
});

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? '']] : [],
  );
}

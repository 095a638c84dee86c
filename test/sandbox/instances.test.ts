import assert from 'node:assert/strict';
import { type Instance, type Sandbox, startSandbox } from '../../sandbox/src/server';
import { accountHeader, call, helpScoutRequest } from './callSandbox';

describe('sandbox: listing instances', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
    for (const [name, tags] of [
      ['first', ['a']],
      ['second', ['a', 'b']],
      ['third', []],
    ] as const) {
      await call(sandbox, 'POST /instances', helpScoutRequest({ name, tags }));
    }
  });
  after(() => sandbox.close());

  const cases: readonly [query: string, names: string[]][] = [
    ['', ['first', 'second', 'third']],
    ['?tags[]=b', ['second']],
    ['?tags[]=a&tags[]=b', ['first', 'second']],
    ['?searchText=THIR', ['third']],
    ['?searchText=helpscout', ['first', 'second', 'third']],
    ['?tags[]=a&searchText=first', ['first']],
    ['?pageSize=2', ['first', 'second']],
  ];
  for (const [query, names] of cases) {
    it(`GET /instances${query} gives ${names.join(', ')}, with tokens`, async () => {
      const { status, json } = await call(sandbox, `GET /instances${query}`);
      assert.equal(status, 200);
      const list = json as Instance[];
      assert.deepEqual(
        list.map(({ name }) => name),
        names,
      );
      assert.ok(list.every(({ token }) => token.length === 44));
    });
  }

  it('lists the instances of one element', async () => {
    assert.equal(((await call(sandbox, 'GET /elements/helpscout/instances')).json as Instance[]).length, 3);
    assert.equal((await call(sandbox, 'GET /elements/twilio/instances')).status, 404);
  });

  it('gives the next page for the token of the page before, and the counts', async () => {
    const first = await call(sandbox, 'GET /instances?pageSize=2');
    assert.equal(first.headers.get('elements-returned-count'), '2');
    assert.equal(first.headers.get('elements-total-count'), '3');
    const token = first.headers.get('elements-next-page-token') ?? '';
    const second = await call(sandbox, `GET /instances?pageSize=2&nextPage=${token}`);
    assert.deepEqual(
      (second.json as Instance[]).map(({ name }) => name),
      ['third'],
    );
    assert.equal(second.headers.get('elements-next-page-token'), null);
  });

  it('leaves the configuration out with hydrate=false', async () => {
    const [instance] = (await call(sandbox, 'GET /instances?hydrate=false')).json as Instance[];
    assert.ok(instance && !('configuration' in instance) && 'token' in instance);
  });

  for (const query of ['pageSize=0', 'pageSize=201', 'pageSize=many', 'nextPage=nonsense']) {
    it(`refuses ${query}`, async () => {
      assert.equal((await call(sandbox, `GET /instances?${query}`)).status, 400);
    });
  }

  it('answers an empty list with 404', async () => {
    const { status, json } = await call(sandbox, 'GET /instances?searchText=nothing');
    assert.equal(status, 404);
    assert.equal((json as { message: string }).message, 'No instances found');
    assert.match((json as { requestId: string }).requestId, /^[0-9a-f]{24}$/);
  });
});

describe('sandbox: one instance', () => {
  let sandbox: Sandbox;
  let instance: Instance;
  const callInto = (operation: string) =>
    call(sandbox, operation, undefined, { Authorization: `${accountHeader}, Element ${instance.token}` });
  const ping = () => callInto('GET /ping');
  beforeEach(async () => {
    sandbox = await startSandbox();
    instance = (await call(sandbox, 'POST /instances', helpScoutRequest())).json as Instance;
  });
  afterEach(() => sandbox.close());

  it('is what creation answered', async () => {
    assert.deepEqual((await call(sandbox, `GET /instances/${instance.id}`)).json, instance);
  });

  it('answers a ping with the time and its element', async () => {
    const { status, json } = await ping();
    assert.equal(status, 200);
    const { dateTime, endpoint } = json as { dateTime: string; endpoint: string };
    assert.equal(endpoint, 'helpscout');
    assert.ok(Math.abs(Date.parse(dateTime) - Date.now()) < 60_000);
  });

  it('answers the names of its objects', async () => {
    const { status, json } = await callInto('GET /objects');
    assert.deepEqual([status, json], [200, ['accounts', 'contacts']]);
    assert.equal((await call(sandbox, 'GET /objects')).status, 401);
  });

  for (const operation of ['GET /ping', 'GET /hubs/helpdesk/ping', 'GET /objects']) {
    it(`does not answer ${operation} when the provider refuses its credentials`, async () => {
      const body = helpScoutRequest({}, { username: 'refused' });
      instance = (await call(sandbox, 'POST /instances', body)).json as Instance;
      const { status, json } = await callInto(operation);
      assert.equal(status, 400);
      assert.match((json as { providerMessage: string }).providerMessage, /^401/);
    });
  }

  const scopes: readonly [scope: boolean | string[], holds: boolean][] = [
    [true, true],
    [['zendesk', 'helpscout'], true],
    [['zendesk'], false],
    [false, false],
  ];
  for (const [scope, holds] of scopes) {
    it(`${holds ? 'has no ping but its objects' : 'has a ping'}, where ${JSON.stringify(scope)} have none`, async () => {
      sandbox.settings.withoutPing = scope;
      const { status, json } = await ping();
      assert.equal(status, holds ? 404 : 200);
      const text = 'This API is not currently supported for this element';
      if (holds) assert.equal((json as { message: string }).message, text);
      assert.equal((await callInto('GET /objects')).status, 200);
    });

    it(`is ${holds ? 'kept' : 'deleted'}, where ${JSON.stringify(scope)} are in use`, async () => {
      sandbox.settings.inUse = scope;
      const { status, json } = await call(sandbox, `DELETE /instances/${instance.id}`);
      assert.equal(status, holds ? 409 : 200);
      if (holds) assert.match((json as { message: string }).message, /in use/);
      assert.equal((await ping()).status, holds ? 200 : 401);
    });
  }

  it('refuses calls into it while it is disabled, but for its objects', async () => {
    const isDisabled = async () =>
      ((await call(sandbox, `GET /instances/${instance.id}`)).json as { disabled: boolean }).disabled;
    const { status, text } = await call(sandbox, `DELETE /instances/${instance.id}/enabled`);
    assert.deepEqual([status, text, await isDisabled()], [200, '', true]);
    assert.deepEqual([(await ping()).status, (await callInto('GET /objects')).status], [403, 200]);
    assert.equal((await call(sandbox, `PUT /instances/${instance.id}/enabled`)).status, 200);
    assert.deepEqual([(await ping()).status, await isDisabled()], [200, false]);
  });

  it('cannot be disabled or enabled when there is none', async () => {
    for (const method of ['PUT', 'DELETE']) {
      assert.equal((await call(sandbox, `${method} /instances/1/enabled`)).status, 404);
    }
  });

  it('is gone once deleted: unknown, unlisted, its token dead', async () => {
    const { status, text } = await call(sandbox, `DELETE /instances/${instance.id}`);
    assert.deepEqual([status, text], [200, '']);
    assert.equal((await call(sandbox, `GET /instances/${instance.id}`)).status, 404);
    assert.equal((await call(sandbox, `DELETE /instances/${instance.id}`)).status, 404);
    assert.equal((await call(sandbox, 'GET /instances')).status, 404);
    assert.equal((await ping()).status, 401);
  });

  it('does not answer other methods, and says which there are', async () => {
    const { status, headers } = await call(sandbox, `PUT /instances/${instance.id}`, helpScoutRequest());
    assert.deepEqual([status, headers.get('allow')], [405, 'GET, DELETE']);
  });

  for (const path of ['/nowhere', '/instances/1/2/3', '/instances/', '/instances/%']) {
    it(`answers 404 to ${path}`, async () => {
      assert.equal((await call(sandbox, `GET ${path}`)).status, 404);
    });
  }
});

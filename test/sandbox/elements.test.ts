import assert from 'node:assert/strict';
import { readFacts } from '../../sandbox/src/facts';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { call } from './callSandbox';

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly defaultValue?: string;
  readonly internal: boolean;
  readonly options?: readonly { value: string }[];
}

describe('sandbox: the catalogue of elements', () => {
  const keys = readFacts().map(({ key }) => key);
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  it('lists keys', async () => {
    assert.deepEqual((await call(sandbox, 'GET /elements/keys')).json, keys);
  });

  it('lists elements by page, without their configuration', async () => {
    const { json, headers } = await call(sandbox, 'GET /elements?pageSize=2');
    const list = json as Record<string, unknown>[];
    assert.deepEqual(
      list.map(({ key }) => key),
      keys.slice(0, 2),
    );
    assert.equal(headers.get('elements-total-count'), String(keys.length));
    assert.ok(list.every((element) => 'hub' in element && !('configuration' in element)));
  });

  for (const keyOrId of ['helpscout', '370']) {
    it(`shows the element ${keyOrId} with its configuration`, async () => {
      const { json } = await call(sandbox, `GET /elements/${keyOrId}`);
      const { key, name, hub, configuration } = json as Record<string, unknown> & { configuration: Entry[] };
      assert.deepEqual([key, name, hub], ['helpscout', 'Help Scout', 'helpdesk']);
      assert.ok(configuration.some((entry) => entry.key === 'mailbox.name'));
    });
  }

  it('shows entries with their field type, default, options, and whether a caller must send them', async () => {
    const { json } = await call(sandbox, 'GET /elements/helpscout/configuration');
    const { configuration, providerData } = json as { configuration: Entry[]; providerData: Entry[] };
    const shown = new Map(configuration.map((entry) => [entry.key, entry]));
    assert.deepEqual(providerData, []);
    assert.deepEqual(
      configuration
        .filter(({ required, internal, defaultValue }) => required && !internal && !defaultValue)
        .map(({ key }) => key),
      ['username', 'password', 'mailbox.name'],
    );
    assert.equal(shown.get('password')?.type, 'PASSWORD');
    assert.equal(shown.get('event.notification.enabled')?.defaultValue, 'false');
    assert.equal(shown.get('mailbox.id')?.internal, true);
    assert.deepEqual(
      shown.get('event.vendor.type')?.options?.map(({ value }) => value),
      ['polling', 'webhook', 'webhooks'],
    );
  });

  it('shows what an OAuth element requires in providerData, and its auth method', async () => {
    const { json } = await call(sandbox, 'GET /elements/zendesk/configuration');
    const { providerData, authentication } = json as { providerData: Entry[]; authentication: unknown };
    assert.deepEqual(
      providerData.map(({ key }) => key),
      ['code'],
    );
    assert.deepEqual(authentication, { type: 'oauth2' });
  });

  for (const path of ['/elements/nowhere', '/elements/nowhere/configuration', '/elements/nowhere/instances']) {
    it(`answers 404 to ${path}`, async () => {
      const { status, json } = await call(sandbox, `GET ${path}`);
      assert.equal(status, 404);
      assert.match((json as { message: string }).message, /^No element found /);
    });
  }
});

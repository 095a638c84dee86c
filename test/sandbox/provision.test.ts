import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFacts } from '../../sandbox/src/facts';
import { type Instance, type Sandbox, startSandbox } from '../../sandbox/src/server';
import { call, helpScoutRequest } from './callSandbox';

const oauthMessage = 'You must provide an OAuth code in order to create an instance of this element';
const zendesk = {
  element: { key: 'zendesk' },
  configuration: {
    'oauth.callback.url': 'https://hooks.sandbox.test',
    'oauth.api.key': 'id',
    'oauth.api.secret': 'hush',
    'zendesk.subdomain': 'acme',
  },
  name: 'desk',
};
const withTokens = { ...zendesk.configuration, 'oauth.user.refresh_token': 'kept' };

describe('sandbox: an instance is created', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  const create = async (body: unknown): Promise<Instance> => {
    const { status, json } = await call(sandbox, 'POST /instances', body);
    assert.equal(status, 200);
    return json as Instance;
  };

  it('with the whole documented body', async () => {
    const instance = await create(helpScoutRequest({ tags: ['demo'] }));
    assert.deepEqual(Object.keys(instance).sort(), [
      'cacheTimeToLive',
      'cachingEnabled',
      'configuration',
      'createdDate',
      'disabled',
      'element',
      'elementId',
      'eventsEnabled',
      'externalAuthentication',
      'id',
      'maxCacheSize',
      'name',
      'provisionInteractions',
      'tags',
      'token',
      'traceLoggingEnabled',
      'user',
      'valid',
    ]);
    assert.deepEqual(Object.keys(instance.user as object), ['id', 'emailAddress', 'firstName', 'lastName']);
    assert.match(instance.createdDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(instance.valid, true);
    assert.deepEqual(instance.tags, ['demo']);
    assert.equal(instance.element.key, 'helpscout');
  });

  it('with a Date header and a request id of 24 hex digits', async () => {
    const { headers } = await call(sandbox, 'POST /instances', helpScoutRequest());
    assert.match(headers.get('elements-request-id') ?? '', /^[0-9a-f]{24}$/);
    assert.ok(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now()) < 60_000);
  });

  it('twice for two requests that are the same, with a higher id and another token of 44 characters', async () => {
    const [first, second] = [await create(helpScoutRequest()), await create(helpScoutRequest())];
    assert.ok(second.id > first.id);
    assert.notEqual(second.token, first.token);
    for (const { token } of [first, second]) assert.equal(Buffer.from(token, 'base64').toString('base64').length, 44);
  });

  it('with the defaults of its element under what was sent, each a string or null', async () => {
    const { configuration } = await create(
      helpScoutRequest({}, { 'event.notification.enabled': true, 'pagination.max': 20, made: { up: [1] }, own: null }),
    );
    const known =
      readFacts()
        .find(({ key }) => key === 'helpscout')
        ?.configuration.map(({ key }) => key) ?? [];
    assert.deepEqual(Object.keys(configuration).sort(), [...known, 'made', 'own'].sort());
    const expected = {
      username: 'ana',
      'event.notification.enabled': 'true',
      'pagination.max': '20',
      'base.url': 'https://api.helpscout.net/v1',
      'mailbox.id': null,
      made: '{"up":[1]}',
      own: null,
    };
    for (const [key, value] of Object.entries(expected)) assert.equal(configuration[key], value, key);
  });

  const booleans = { 'brighttalk.isstaging': 'false', 'brighttalk.bulkignore.emailnotpresent': 'true' };
  it('with documented defaults where nothing was sent', async () => {
    const configuration = { 'brighttalk.api.key': 'a', 'brighttalk.api.secret': 'b' };
    const made = await create({ element: { key: 'brighttalk' }, configuration });
    for (const [key, value] of Object.entries(booleans)) assert.equal(made.configuration[key], value, key);
  });

  it('with no secret in the answer: passwords and OAuth secrets are eight asterisks', async () => {
    const secret = randomBytes(12).toString('hex');
    const masked = ['oauth.api.key', 'oauth.api.secret', 'oauth.user.token', 'oauth.user.refresh_token', 'password'];
    const { text, json } = await call(
      sandbox,
      'POST /instances',
      helpScoutRequest({ providerData: { code: secret } }, Object.fromEntries(masked.map((key) => [key, secret]))),
    );
    assert.ok(!text.includes(secret));
    for (const key of masked) assert.equal((json as Instance).configuration[key], '********', key);
    assert.equal((json as Instance).configuration.username, 'ana');
    assert.ok(!('providerData' in (json as object)));
  });

  it('without HTML tags in its name and tags', async () => {
    const { name, tags } = await create(helpScoutRequest({ name: '<b>desk</b> 1', tags: ['<i>demo</i>', 'plain'] }));
    assert.deepEqual({ name, tags }, { name: 'desk 1', tags: ['demo', 'plain'] });
  });

  it('with the callback address of its events', async () => {
    const callback = 'https://hooks.sandbox.test/events';
    const events = { 'event.notification.enabled': 'true', 'event.notification.callback.url': callback };
    const { eventsEnabled, eventsNotificationCallbackUrl } = await create(helpScoutRequest({}, events));
    assert.deepEqual([eventsEnabled, eventsNotificationCallbackUrl], [true, callback]);
  });

  const accepted: readonly [title: string, operation: string, body: unknown][] = [
    ['an element by id', 'POST /instances', helpScoutRequest({ element: { id: 370 } })],
    ['an element in the path', 'POST /elements/helpscout/instances', helpScoutRequest({ element: undefined })],
    ['an element id in the path', 'POST /elements/370/instances', helpScoutRequest({ element: undefined })],
    ['unknown entries and properties', 'POST /instances', helpScoutRequest({ unheard: 1 }, { unheard: 'of' })],
    [
      'tokens in place of a code',
      'POST /instances',
      { ...zendesk, configuration: withTokens, externalAuthentication: 'initial' },
    ],
  ];
  for (const [title, operation, body] of accepted) {
    it(`for ${title}`, async () => {
      const { status, json } = await call(sandbox, operation, body);
      assert.equal(status, 200);
      assert.equal(sandbox.instances().at(-1)?.id, (json as Instance).id);
    });
  }
});

describe('sandbox: an instance is refused, and none is made', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const cases: readonly [title: string, body: unknown, status: number, message: string | RegExp][] = [
    ['an OAuth element without a code', zendesk, 400, oauthMessage],
    ['an OAuth element with an empty code', { ...zendesk, providerData: { code: '' } }, 400, oauthMessage],
    ['tokens announced but not sent', { ...zendesk, externalAuthentication: 'initial' }, 400, /oauth\.user\.token/],
    [
      'entries missing: all are named',
      { element: { key: 'helpscout' }, configuration: { username: 'ana' } },
      400,
      /: password, mailbox\.name$/,
    ],
    ['no configuration', { element: { key: 'helpscout' } }, 400, /: username, password, mailbox\.name$/],
    ['a required entry that is empty', helpScoutRequest({}, { password: '' }), 400, /: password$/],
    ['an unknown element', helpScoutRequest({ element: { key: 'nowhere' } }), 404, /^No element found .*nowhere/],
    ['no element', { configuration: {} }, 400, /element\.key/],
    ['broken JSON', '{ “element”: 1 }', 400, /not valid JSON/],
    ['an empty body', '', 400, /not valid JSON/],
    ['a list', [], 400, /must be a JSON object/],
    ['a configuration that is a list', helpScoutRequest({ configuration: [] }), 400, /^configuration must be/],
    ['a body over 8 MB', helpScoutRequest({}, { long: 'x'.repeat(8 * 1024 * 1024) }), 429, /8 MB/],
  ];
  for (const [title, body, status, message] of cases) {
    it(title, async () => {
      const answer = await call(sandbox, 'POST /instances', body);
      const error = answer.json as { requestId: string; message: string };
      assert.equal(answer.status, status);
      assert.match(error.requestId, /^[0-9a-f]{24}$/);
      assert.equal(answer.headers.get('elements-request-id'), error.requestId);
      if (typeof message === 'string') assert.equal(error.message, message);
      else assert.match(error.message, message);
      assert.deepEqual(sandbox.instances(), []);
    });
  }

  for (const type of [null, 'text/plain']) {
    it(`a body of type ${String(type)}`, async () => {
      const body = new Blob([JSON.stringify(helpScoutRequest())]);
      const headers = { Authorization: `User ${sandbox.secrets.user}, Organization ${sandbox.secrets.organization}` };
      const response = await fetch(`${sandbox.baseUrl}/instances`, {
        method: 'POST',
        body,
        headers: type === null ? headers : { ...headers, 'Content-Type': type },
      });
      assert.equal(response.status, 415);
    });
  }
});

describe('sandbox: the provider refuses the credentials', () => {
  const cases: readonly [checksCredentials: boolean | string[], status: number][] = [
    [true, 400],
    [['helpscout'], 400],
    [['twilio'], 200],
    [false, 200],
  ];
  for (const [checksCredentials, expected] of cases) {
    it(`checks them: ${JSON.stringify(checksCredentials)}, creation gives ${expected}`, async () => {
      const sandbox = await startSandbox({ checksCredentials });
      try {
        const { status, json } = await call(
          sandbox,
          'POST /instances',
          helpScoutRequest({}, { password: 'Refuse me' }),
        );
        assert.equal(status, expected);
        assert.equal(sandbox.instances().length, expected === 200 ? 1 : 0);
        if (expected === 400) assert.match((json as { providerMessage: string }).providerMessage, /^401/);
        const { status: good } = await call(sandbox, 'POST /instances', helpScoutRequest());
        assert.equal(good, 200);
      } finally {
        await sandbox.close();
      }
    });
  }
});

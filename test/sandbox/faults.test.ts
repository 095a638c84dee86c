import assert from 'node:assert/strict';
import { type Fault, type FaultName, faultNames, type Sandbox, startSandbox } from '../../sandbox/src/server';
import { latencyOf } from '../../sandbox/src/sandboxSettings';
import { call, helpScoutRequest } from './callSandbox';

/** What the client sees: a status with the head of the body, or a connection that is lost or never answers. */
type Seen = `${number} ${string}` | 'lost' | 'silent';

const expected: Readonly<Record<FaultName, { readonly seen: Seen; readonly created: number }>> = {
  'rate-limited': { seen: '429 {"req', created: 0 },
  'server-error': { seen: '500 {"req', created: 0 },
  says: { seen: '400 {"req', created: 0 },
  'bad-gateway': { seen: '502 <html', created: 0 },
  hang: { seen: 'silent', created: 0 },
  'hang-after-commit': { seen: 'silent', created: 1 },
  'reset-before-commit': { seen: 'lost', created: 0 },
  'reset-after-commit': { seen: 'lost', created: 1 },
  'empty-body': { seen: '200 ', created: 1 },
  'wrong-shape': { seen: '200 ["acc', created: 1 },
  delay: { seen: '200 {"id"', created: 1 },
};

describe('sandbox: faults', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  async function provision(signal?: AbortSignal): Promise<Seen> {
    const { user, organization } = sandbox.secrets;
    try {
      const response = await fetch(`${sandbox.baseUrl}/instances`, {
        method: 'POST',
        headers: { Authorization: `User ${user}, Organization ${organization}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(helpScoutRequest()),
        ...(signal && { signal }),
      });
      return `${response.status} ${(await response.text()).slice(0, 5)}`;
    } catch {
      return signal?.aborted ? 'silent' : 'lost';
    }
  }

  const arrived = async (operation: string): Promise<void> => {
    while (!sandbox.counts()[operation]) await new Promise((resolve) => setImmediate(resolve));
  };

  /** Sends the request and leaves as soon as it has arrived. */
  async function provisionAndLeave(): Promise<Seen> {
    const leaving = new AbortController();
    const seen = provision(leaving.signal);
    await arrived('POST /instances');
    leaving.abort();
    return seen;
  }

  for (const name of faultNames) {
    it(`${name}: one request arrives, ${expected[name].created} instances are made, and it is over`, async () => {
      sandbox.faults.next({ name, milliseconds: 5 });
      // A hang is told from a slow answer by patience alone: this much longer than any answer here takes.
      const patience = expected[name].seen === 'silent' ? AbortSignal.timeout(1_500) : undefined;
      assert.equal(await provision(patience), expected[name].seen);
      assert.deepEqual(sandbox.counts(), { 'POST /instances': 1 });
      assert.equal(sandbox.instances().length, expected[name].created);
      assert.equal(await provision(), '200 {"id"');
    });
  }

  it('a sticky fault stays until it is cleared', async () => {
    sandbox.faults.always('server-error');
    assert.deepEqual([await provision(), await provision()], ['500 {"req', '500 {"req']);
    sandbox.faults.clear();
    assert.equal(await provision(), '200 {"id"');
  });

  it('a fault for one operation leaves the others alone', async () => {
    sandbox.faults.always({ name: 'server-error', on: 'POST /instances' });
    assert.equal((await call(sandbox, 'GET /organizations/me')).status, 200);
    assert.equal(await provision(), '500 {"req');
  });

  it('several one-shot faults come in the order they were set', async () => {
    sandbox.faults.next('server-error');
    sandbox.faults.next('bad-gateway');
    assert.deepEqual([await provision(), await provision()], ['500 {"req', '502 <html']);
  });

  const waits: readonly [fault: Fault, seconds: string][] = [
    [{ name: 'rate-limited' }, '30'],
    [{ name: 'rate-limited', retryAfter: 2 }, '2'],
  ];
  for (const [fault, seconds] of waits) {
    it(`rate-limited says to come back after ${seconds} seconds`, async () => {
      sandbox.faults.next(fault);
      assert.equal((await call(sandbox, 'GET /instances')).headers.get('retry-after'), seconds);
    });
  }

  it('answers with the given message', async () => {
    sandbox.faults.next({ name: 'says', message: '[a](command:b)', providerMessage: '$(check)\n\n' });
    const { json } = await call(sandbox, 'GET /instances');
    const { message, providerMessage } = json as Readonly<Record<string, unknown>>;
    assert.deepEqual([message, providerMessage], ['[a](command:b)', '$(check)\n\n']);
  });

  it('a delayed request does its work although the client has left', async () => {
    sandbox.faults.next({ name: 'delay', milliseconds: 50 });
    assert.equal(await provisionAndLeave(), 'silent');
    assert.deepEqual(sandbox.instances(), []);
    while (sandbox.instances().length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(sandbox.counts(), { 'POST /instances': 1 });
  });

  it('latency holds back creation and nothing else, and can be changed while it runs', async () => {
    sandbox.settings.latency = 60_000;
    assert.equal(await provisionAndLeave(), 'silent');
    assert.equal((await call(sandbox, 'GET /organizations/me')).status, 200);
    sandbox.settings.latency = 0;
    assert.equal(await provision(), '200 {"id"');
  });

  it('realistic latency is from 9 to 26 seconds, and not always the same', () => {
    const times = Array.from({ length: 1000 }, () => latencyOf({ ...sandbox.settings, latency: 'realistic' }));
    assert.ok(times.every((time) => time >= 9_000 && time <= 26_000));
    assert.ok(Math.max(...times) - Math.min(...times) > 10_000);
  });

  it('closing ends requests that wait or hang', async () => {
    sandbox.settings.latency = 60_000;
    const waiting = provision();
    sandbox.faults.next('hang');
    const hanging = call(sandbox, 'GET /organizations/me').catch(() => 'lost');
    await Promise.all([arrived('POST /instances'), arrived('GET /organizations/me')]);
    await sandbox.close();
    assert.deepEqual(await Promise.all([waiting, hanging]), ['lost', 'lost']);
    assert.deepEqual(sandbox.instances(), []);
  });
});

import assert from 'node:assert/strict';
import { nodeFetch, type Http } from '../../../engine/src/platform/http';
import { madeSince, serverTime } from '../../../engine/src/provisioning/outcome/findCreated';
import { newSecret, type Script } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow, type Own } from '../../kit/client/ownWindow';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

const list = 'GET /elements/{keyOrId}/instances';

describe('the candidates of a search', () => {
  const start = Date.parse('2026-01-05T09:30:00Z');

  it('are dated by the clock of the server, and an inexact time is too early rather than too late', () => {
    const asked = start + 30_000;
    const serverIsTenMinutesAhead = new Date(asked + 600_000);
    assert.equal(serverTime(start, asked, serverIsTenMinutesAhead), start + 598_000);
    assert.equal(serverTime(start, asked, undefined), start - 60_000);
  });

  it('are the new instances with the name, then those with the name and no date', () => {
    const of = (id: string, name: string, createdDate?: string) => ({ id, name, createdDate, token: 'x' });
    const instances = [
      of('undated', 'desk'),
      of('old', 'desk', '2026-01-05T09:29:59Z'),
      of('other', 'another desk', '2026-01-05T09:30:05Z'),
      of('new', 'desk', '2026-01-05T09:30:05Z'),
      of('odd', 'desk', 'yesterday'),
    ];
    const ids = (name: string | undefined) => madeSince(instances, name, start).map(({ id }) => id);
    assert.deepEqual(ids('desk'), ['new', 'odd', 'undated']);
    assert.deepEqual(ids('<b>desk</b>'), ['new', 'odd', 'undated']);
    assert.deepEqual(ids(undefined), ['other', 'new', 'odd', 'undated']);
  });
});

describe('the search for an instance after an unknown outcome', () => {
  const place = useSandbox('look');

  /** A window that is about to send a request with a name of its own. */
  function prepare(script: Script = {}, own: Own = {}) {
    const window = openWindow(place, script, own);
    const name = `desk ${newSecret()}`;
    const configuration = { username: 'me', password: newSecret(), 'mailbox.name': 'support' };
    const source = aSource(JSON.stringify({ element: { key: 'helpscout' }, configuration, name }));
    return {
      ...window,
      press: () => window.provision(source),
      made: () => place.sandbox.instances().find((one) => one.name === name),
      words: () => window.ui.shown.map(({ text }) => text),
    };
  }
  const count = (operation: string) => place.sandbox.counts()[operation] ?? 0;
  const arrived = async () => {
    while (count('POST /instances') === 0) await new Promise(setImmediate);
  };
  async function pressAndCancel(window: ReturnType<typeof prepare>): Promise<void> {
    const pressed = window.press();
    await arrived();
    window.ui.cancel();
    await pressed;
  }
  const mayExist = 'The instance may have been created.';
  const none = 'Mine has no new instance of Help Scout. Creating one normally takes under 30 seconds.';

  it('begins automatically after Cancel, and finds an instance that is created only then', async () => {
    place.sandbox.faults.next({ name: 'delay', milliseconds: 1_000, on: 'POST /instances' });
    const wait = async () => {
      while (window.made() === undefined) await new Promise(setImmediate);
    };
    // The first list is always read before the platform has created the instance, even on a slow computer.
    let lists = 0;
    const http: Http = async (request) => {
      if (request.method === 'POST' || lists++ > 0) return nodeFetch(request);
      return { status: 404, headers: {}, text: '{"message":"No instances found"}' };
    };
    const window = prepare({ press: [outcomeButtons.storeToken, outcomeButtons.copyToken] }, { wait, http });
    await pressAndCancel(window);
    const instance = window.made();
    assert.ok(instance);
    assert.equal(
      window.words()[0],
      `The request was canceled. ${mayExist} Instance "${instance.name}" of Help Scout (ID ${instance.id}) is new in Mine.`,
    );
    assert.deepEqual([count('POST /instances'), window.ui.copied], [1, [instance.token]]);
    assert.equal(window.tokens.list()[0]?.instanceId, String(instance.id));
    assert.equal(lists, 2);
  });

  it('goes on for a minute after Cancel, then says in one message that there is none', async () => {
    place.sandbox.faults.next('hang');
    const pauses: number[] = [];
    const wait = (milliseconds: number) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    };
    const window = prepare({}, { wait });
    await pressAndCancel(window);
    assert.deepEqual(window.words(), [`The request was canceled. ${mayExist} ${none}`]);
    assert.deepEqual(
      [window.ui.shown[0]?.tone, window.ui.shown[0]?.buttons],
      ['warning', [outcomeButtons.searchAgain]],
    );
    assert.deepEqual(
      pauses,
      Array.from({ length: 20 }, () => 3_000),
    );
    assert.deepEqual(place.sandbox.counts(), { 'POST /instances': 1, [list]: 21 });
  });

  it('ends after a minute no matter how long each list takes', async () => {
    place.sandbox.faults.next('hang');
    let clock = Date.now();
    const now = () => {
      clock += 10_000;
      return clock;
    };
    const window = prepare({}, { now });
    await pressAndCancel(window);
    assert.ok(count(list) < 7);
    assert.match(window.words()[0] ?? '', /has no new instance/);
  });

  it('begins automatically after a timeout of 120 seconds, and finds the instance', async () => {
    const limits: number[] = [];
    const http: Http = (request) => {
      limits.push(request.timeoutMs);
      return nodeFetch(request.method === 'POST' ? { ...request, timeoutMs: 500 } : request);
    };
    place.sandbox.faults.next('hang-after-commit');
    const window = prepare({ press: [outcomeButtons.storeToken] }, { http });
    await window.press();
    assert.deepEqual([count('POST /instances'), limits[0]], [1, 120_000]);
    assert.match(
      window.words()[0] ?? '',
      / didn't respond in time\. The instance may have been created\. Instance "desk .*\(ID \d+\) is new in Mine\.$/,
    );
    assert.equal(window.tokens.list().length, 1);
  });

  it('can be stopped, and then shows what was not shown yet', async () => {
    place.sandbox.faults.next('hang');
    const wait = () => {
      window.ui.cancel();
      return Promise.resolve();
    };
    const window = prepare({ press: [outcomeButtons.searchAgain] }, { wait });
    await pressAndCancel(window);
    const stopped = 'The search was stopped. Search again before you send the file again.';
    // The second time, there is nothing left to show.
    assert.deepEqual(window.words(), [`The request was canceled. ${mayExist} ${stopped}`]);
    assert.deepEqual(place.sandbox.counts(), { 'POST /instances': 1, [list]: 2 });
  });

  it('shows that a list failed, and searches again as often as requested', async () => {
    place.sandbox.faults.next({ name: 'reset-before-commit', on: 'POST /instances' });
    place.sandbox.faults.next({ name: 'server-error', on: list });
    const window = prepare({
      press: [outcomeButtons.searchForInstance, outcomeButtons.searchAgain, outcomeButtons.searchAgain],
    });
    await window.press();
    const [lost, failed, ...others] = window.words();
    assert.match(
      lost ?? '',
      /was lost before the complete response arrived\. The instance may have been created\. Search for/,
    );
    assert.match(failed ?? '', /^The platform failed \(500\)/);
    assert.deepEqual(window.ui.shown[1]?.buttons, [outcomeButtons.searchAgain, outcomeButtons.copyRequestId]);
    assert.deepEqual(others, [none, none]);
    assert.equal(count('POST /instances'), 1);
  });

  it('finds the instance although the response was lost, and stores its token', async () => {
    place.sandbox.faults.next({ name: 'reset-after-commit', on: 'POST /instances' });
    const window = prepare({
      press: [outcomeButtons.searchForInstance, outcomeButtons.storeToken, outcomeButtons.copyToken],
    });
    await window.press();
    const instance = window.made();
    assert.ok(instance);
    assert.deepEqual([count('POST /instances'), count(list)], [1, 1]);
    assert.deepEqual(window.ui.copied, [instance.token]);
    assert.equal(window.tokens.list()[0]?.instanceId, String(instance.id));
    assert.match(window.words()[1] ?? '', new RegExp(`\\(ID ${instance.id}\\) is new in Mine\\.$`));
  });

  it('goes on while no candidate has a date, and offers those without one at the end', async () => {
    place.sandbox.faults.next({ name: 'reset-before-commit', on: 'POST /instances' });
    const candidates = ['1', '2'].map((id) => ({ id, token: newSecret() }));
    let lists = 0;
    const http: Http = (request) => {
      if (request.method === 'POST') return nodeFetch(request);
      lists += 1;
      const named = candidates.map((one) => ({ ...one, name: sentName() }));
      return Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(named) });
    };
    const sentName = () => (JSON.parse(place.sandbox.requests()[0]?.body ?? '{}') as { name?: string }).name;
    const window = prepare({ press: [outcomeButtons.searchForInstance, outcomeButtons.copyToken], pick: [] }, { http });
    // The question was closed without an answer.
    await assert.rejects(window.press(), { name: 'Cancelled' });
    assert.equal(lists, 21);
    assert.match(window.ui.everythingShown(), /Creation time unknown/);
  });
});

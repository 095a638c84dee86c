import assert from 'node:assert/strict';
import { HttpFailure, nodeFetch, type Http } from '../../../engine/src/platform/http';
import { faultNames, type FaultName } from '../../../sandbox/src/server';
import { check } from '../../../server/src/features/check';
import { catalog } from '../../kit/catalog';
import { freePort } from '../../kit/freePort';
import { helpScoutRequest } from '../../sandbox/callSandbox';
import { newSecret } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow } from '../../kit/client/ownWindow';
import { fakeBrowser } from '../../kit/client/fakeBrowser';

const create = 'POST /instances';
const askForPage = 'POST /elements/{keyOrId}/oauth/url';

describe('one press of Provision', () => {
  const place = useSandbox('once');

  /** A timeout is longer than a test may take, so a call that hangs at `path` is ended once it has arrived. */
  const over = (fault: FaultName, operation: string, path: string): Http => {
    if (!fault.startsWith('hang')) return nodeFetch;
    return async (request) => {
      if (!request.url.endsWith(path)) return nodeFetch(request);
      const limit = new AbortController();
      const arrived = setInterval(() => {
        if (place.sandbox.counts()[operation] !== undefined) limit.abort();
      }, 5);
      try {
        return await nodeFetch({ ...request, signal: limit.signal });
      } catch (error) {
        if (error instanceof HttpFailure) throw new HttpFailure('timed-out', error.host, error.maybeSent);
        throw error;
      } finally {
        clearInterval(arrived);
      }
    };
  };

  const posts = () => place.sandbox.counts()[create] ?? 0;
  const direct = () => JSON.stringify(helpScoutRequest());
  const behindSignIn = async () => {
    const callback = `http://127.0.0.1:${await freePort()}/callback`;
    const app = { 'oauth.api.key': 'k', 'oauth.api.secret': newSecret(), 'oauth.callback.url': callback };
    return JSON.stringify({ element: { key: 'dropbox' }, configuration: app, name: 'mine' });
  };

  async function provision(text: string, http: Http): Promise<number> {
    const judge = (checked: string) => Promise.resolve(check(checked, catalog));
    const window = openWindow(place, {}, { http, check: judge, browser: fakeBrowser().browser });
    // The question before a sign-in page is answered, and not counted.
    const { ui } = window;
    const show: typeof ui.show = ui.show.bind(ui);
    ui.show = (notice, ...buttons) => {
      const yes = buttons.find((button) => button === 'Open Page');
      return yes === undefined ? show(notice, ...buttons) : Promise.resolve(yes);
    };
    await window.provision(aSource(text));
    const denials = window.ui.shown.map(({ text: told }) => told).filter((told) => told.includes('Nothing was sent'));
    if (posts() > 0) assert.deepEqual(denials, []);
    return window.ui.shown.length;
  }

  for (const fault of faultNames) {
    it(`sends one request and shows one message with ${fault}`, async () => {
      place.sandbox.faults.next({ name: fault, on: create, milliseconds: 10 });
      assert.equal(await provision(direct(), over(fault, create, '/instances')), 1);
      assert.equal(posts(), 1);
    });

    it(`sends one request and shows one message with ${fault} after a sign-in`, async () => {
      place.sandbox.faults.next({ name: fault, on: create, milliseconds: 10 });
      assert.equal(await provision(await behindSignIn(), over(fault, create, '/instances')), 1);
      assert.equal(posts(), 1);
    });

    // A late response is a response nevertheless.
    if (fault === 'delay') continue;
    it(`sends no request and shows one message with ${fault} instead of the sign-in page`, async () => {
      place.sandbox.faults.next({ name: fault, on: askForPage });
      assert.equal(await provision(await behindSignIn(), over(fault, askForPage, '/oauth/url')), 1);
      assert.equal(posts(), 0);
    });
  }
});

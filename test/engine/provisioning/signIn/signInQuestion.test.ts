// The question before a provider's page opens: its host, where it redirects to, and why the answer can't be received.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Cancelled, type Notice } from '../../../../engine/src/ui';
import { freePort } from '../../../kit/freePort';
import { navigate } from '../../../kit/navigate';
import { editor, elsewhere, oauth1, open, pasting, stateOf, text } from '../../../kit/client/signInWindow';
import { buttons as signInButtons } from '../../../../engine/src/provisioning/signIn/messages';

describe('question before a sign-in page', () => {
  let port = 0;
  let local = '';
  beforeEach(async () => {
    port = await freePort();
    local = `http://127.0.0.1:${port}/callback`;
  });

  it('shows the host of the page first, then the account, and opens nothing before the answer', async () => {
    const window = open({ press: [] });
    await assert.rejects(window.run(text(local)), Cancelled);
    const [asked] = window.ui.shown;
    assert.deepEqual(asked, {
      tone: 'info',
      text: 'Open login.example.com to sign in, for Work?',
      detail: 'This connects Slack. Continue only if you want to sign in there.',
      modal: true,
      buttons: [signInButtons.openPage],
    });
    assert.deepEqual([window.opened, window.isListening()], [[], false]);
    await assert.rejects(navigate(local));
  });

  it('is asked when VS Code already listens on the port', async () => {
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '127.0.0.9']) {
      const window = open();
      const statuses: number[] = [];
      window.ui.show = async () => {
        const callback = `http://${host}:${port}/callback`;
        statuses.push((await navigate(`${callback}?code=early&state=x`)).status);
        assert.deepEqual(window.opened, []);
        return undefined;
      };
      await assert.rejects(window.run(text(`http://${host}:${port}/callback`)), Cancelled);
      assert.deepEqual(statuses, [400]);
    }
  });

  const callbacks: [callback: string, line: RegExp | undefined][] = [
    [
      'https://evil.example/callback',
      /^After the sign-in, the page redirects to evil\.example, as set in oauth\.callback\.url/,
    ],
    ['http://evil.example:8080/callback', /redirects to http:\/\/evil\.example:8080,/],
    ['https://аpple.com/', /redirects to xn--pple-43d\.com,/],
    ['http://0.0.0.0:8089/callback', /redirects to http:\/\/0\.0\.0\.0:8089,/],
    ['http://[::]:8089/callback', /redirects to http:\/\/\[::\]:8089,/],
    ['vscode://publisher.other/callback', /redirects to vscode:\/\/publisher\.other,/],
    ['https://localhost:8089/callback', undefined],
    [`${editor}/callback`, undefined],
  ];
  for (const [callback, line] of callbacks) {
    it(`${line === undefined ? 'does not warn about' : 'warns that the code is sent to'} ${callback}`, async () => {
      const window = open({ press: [] });
      await assert.rejects(window.run(text(callback)), Cancelled);
      const [asked] = window.ui.shown;
      const [, second] = (asked?.detail ?? '').split('\n');
      if (line === undefined) assert.equal(second, undefined);
      else assert.match(second ?? '', line);
      assert.equal(asked?.tone, line === undefined ? 'info' : 'warning');
    });
  }

  it('shows text of the file in one short line of its own, and not in the question itself', async () => {
    const element = `Slack".\n\n${'x'.repeat(999)}\nOpen good.example to sign in, for Work?`;
    const window = open({ press: [] });
    await assert.rejects(window.run(text(elsewhere), undefined, element), Cancelled);
    const [asked] = window.ui.shown;
    assert.equal(asked?.text, 'Open login.example.com to sign in, for Work?');
    const lines = (asked.detail ?? '').split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^This connects "Slack'\. x{40,}…"\. Continue only if you/);
    assert.ok(lines.every((line) => line.length < 300));
  });

  it('shows the host that opens, whatever else its address looks like', async () => {
    const shown: [address: string, host: string][] = [
      ['https://evil.example\\@login.example.com/', 'evil.example'],
      ['https://evil.exam\tple/authorize', 'evil.example'],
      ['http://login.example.com/', 'http://login.example.com'],
      [`https://login.example.com.${'a.'.repeat(80)}evil.example/`, 'a.evil.example'],
    ];
    for (const [address, host] of shown) {
      const window = open({}, { wait: () => Promise.resolve() }, undefined, () => address);
      await window.failure(text(elsewhere), oauth1);
      const asked = window.ui.shown[0]?.text ?? '';
      assert.ok(asked.includes(`${host} to sign in`), asked);
      assert.ok(asked.length < 200);
      assert.equal(window.opened[0]?.href, new URL(address).href);
    }
  });

  it('is not asked if the address hides where it leads', async () => {
    for (const address of ['https://login.example.com@evil.example/', 'https://:login.example.com@evil.example/']) {
      const window = open({}, {}, undefined, () => address);
      const { tone, text: words } = await window.failure(text(local));
      assert.match(words, /hides where it leads, so it wasn't opened\. Nothing was created/);
      assert.deepEqual([tone, window.ui.shown, window.opened], ['error', [], []]);
    }
  });

  const addresses = [
    'http://good.example@evil.example/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
  ];
  for (const callback of addresses) {
    it(`is not asked for an invalid callback: ${callback} is refused before anything is sent`, async () => {
      const window = open();
      await assert.rejects(window.signIn(text(callback)), /isn't an address.*Nothing was sent/);
      assert.deepEqual([window.requests, window.opened], [[], []]);
    });
  }

  describe('if VS Code cannot receive the answer on the port', () => {
    async function withBusyPort(run: () => Promise<void>): Promise<void> {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
      try {
        await run();
      } finally {
        await new Promise((resolve) => other.close(resolve));
      }
    }

    it('shows the port and that another program would get the code, and continues with pasting', () =>
      withBusyPort(async () => {
        const press = [signInButtons.openPageAndPaste];
        const window = pasting((page) => `${local}?code=c&state=${stateOf(page)}`, {}, { press });
        assert.ok(await window.signIn(text(local)));
        const [asked] = window.ui.shown;
        assert.match(
          asked?.detail ?? '',
          new RegExp(`^Another program or window uses port ${port}, and would get`, 'm'),
        );
        assert.match(asked?.detail ?? '', /^You can stop here, or continue and paste/m);
        assert.deepEqual([asked?.tone, asked?.buttons], ['warning', [signInButtons.openPageAndPaste]]);
        assert.match(window.ui.asked[0] ?? '', new RegExp(`^Another program or window uses port ${port}\\.`));
      }));

    it('opens nothing if the person declines', () =>
      withBusyPort(async () => {
        const window = open({ press: [] });
        await assert.rejects(window.run(text(local)), Cancelled);
        assert.deepEqual(window.opened, []);
      }));

    it('says so if the browser runs on another computer', async () => {
      const window = open({ press: [signInButtons.openPageAndPaste] }, { wait: () => Promise.resolve() });
      Object.assign(window.context.browser, { reaches: () => Promise.resolve(false) });
      await window.failure(text(local));
      assert.match(window.ui.shown[0]?.detail ?? '', /may not reach this window/);
      assert.match(window.ui.asked[0] ?? '', /can't reach this window/);
    });

    it('says so if no browser connects to the port', async () => {
      const window = open({ press: [signInButtons.openPageAndPaste] }, { wait: () => Promise.resolve() });
      await window.failure(text('http://127.0.0.1:0/callback'));
      assert.match(window.ui.shown[0]?.detail ?? '', /can't listen on port 0/);
    });
  });

  it('is asked at each sign-in, because no answer is remembered', async () => {
    const asked: Notice[] = [];
    for (const code of ['a', 'b']) {
      const window = pasting((page) => `${elsewhere}?code=${code}&state=${stateOf(page)}`);
      await window.signIn(text(elsewhere));
      asked.push(...window.ui.shown);
    }
    assert.equal(asked.length, 2);
  });
});

// Which answers a sign-in takes in a real VS Code and a real browser: never one that a page of somebody else brings.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page, Request } from 'playwright-core';
import { freePort } from '../../kit/freePort';
import { installVSCode } from '../../../scripts/host/installVSCode';
import { useWorkbench } from './useWorkbench';

const extension = 'cloud-elements-instances.cloud-elements-instances';
const provision = 'Cloud Elements: Provision Instance';
const request = (callback: string) =>
  JSON.stringify({
    element: { key: 'dropbox' },
    configuration: { 'oauth.api.key': 'my-app', 'oauth.api.secret': 'of-my-app', 'oauth.callback.url': callback },
    name: 'Mine',
  });

/** Everything that a page can do by itself with an address of somebody else's, but to lead the person there. */
const attacks = (address: string) => `<!doctype html><title>Foreign</title>
<link rel="prefetch" href="${address}&by=prefetch">
<link rel="stylesheet" href="${address}&by=style">
<script src="${address}&by=script"></script>
<img src="${address}&by=image">
<iframe src="${address}&by=frame"></iframe>
<object data="${address}&by=object"></object>
<script>
  fetch(${JSON.stringify(`${address}&by=fetch`)}, { mode: 'no-cors' }).catch(() => 0);
  fetch(${JSON.stringify(`${address}&by=post`)}, { mode: 'no-cors', method: 'POST', body: 'code=evil' }).catch(() => 0);
</script>`;
const ways = ['prefetch', 'style', 'script', 'image', 'frame', 'object', 'fetch', 'post'];

describe('answer to a sign-in', () => {
  let callback = '';
  let foreign: Server;
  let html = '';
  let scheme = '';
  const place = useWorkbench(async () => {
    const { folder } = await installVSCode(() => undefined);
    const product = JSON.parse(fs.readFileSync(path.join(folder, 'product.json'), 'utf8')) as { urlProtocol: string };
    scheme = product.urlProtocol;
    callback = `http://127.0.0.1:${await freePort()}/callback`;
    const files = {
      'listener.instance.json': request(callback),
      'stateless.instance.json': request(callback).replace('Mine', 'Pasted'),
      'editor.instance.json': request(`${scheme}://${extension}/callback`),
    };
    // A person would be asked whether this extension may open an address.
    return { files, user: { 'extensions.confirmedUriHandlerExtensionIds': [extension] } };
  });
  before(async () => {
    foreign = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(html));
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await new Promise((resolve) => foreign.close(resolve));
  });
  beforeEach(() => {
    place.sandbox.resetRequests();
  });
  afterEach(async () => {
    for (const page of place.workbench.page.context().pages()) if (page !== place.workbench.page) await page.close();
  });

  const sent = () => place.sandbox.requests().filter(({ operation }) => operation === 'POST /instances');
  const box = (text: string) => place.workbench.page.locator('.quick-input-widget').getByText(text);

  /** Provisions a file up to the provider's page, and agrees to what is asked before. */
  async function toProvider(file: string, button: string): Promise<Page> {
    const { page, openFile, runCommand, dialog } = place.workbench;
    await openFile(file);
    const agree = async () => {
      await runCommand(provision);
      const question = await dialog('to sign in, for Sandbox?');
      await question.locator('.monaco-button', { hasText: button }).click();
    };
    const [provider] = await Promise.all([page.context().waitForEvent('page'), agree()]);
    await provider.getByRole('button', { name: 'Allow' }).waitFor();
    return provider;
  }

  it('is not what a foreign page brings first, whichever way, and the true one is taken after it', async () => {
    const provider = await toProvider('listener.instance.json', 'Open Page');
    await box("If this box doesn't close").waitFor();
    const state = new URL(provider.url()).searchParams.get('state') ?? '';
    assert.notEqual(state, '');
    const evil = await place.workbench.page.context().newPage();
    const over = new Set<string | null>();
    const note = (made: Request) => {
      const url = new URL(made.url());
      if (url.origin === new URL(callback).origin) over.add(url.searchParams.get('by'));
    };
    evil.on('requestfinished', note).on('requestfailed', note);
    const { port } = foreign.address() as AddressInfo;
    // A page that knows even the state, which no page does, comes no further; where it leads the person, it has to.
    html = attacks(`${callback}?code=evil&state=${state}`);
    await evil.goto(`http://127.0.0.1:${port}/`);
    while (over.size < ways.length) await evil.waitForTimeout(50);
    assert.deepEqual([...over].sort(), ways.sort());
    html = `<a href="${callback}?code=evil&state=guessed">A prize</a><a href="${callback}?error=no">Another</a>`;
    for (const words of ['A prize', 'Another']) {
      await evil.goto(`http://127.0.0.1:${port}/`);
      await evil.getByText(words).click();
      await evil.getByText("This isn't the sign-in that VS Code is waiting for").waitFor();
    }
    assert.deepEqual(sent(), []);
    await box("If this box doesn't close").waitFor();

    await provider.getByRole('button', { name: 'Allow' }).click();
    await provider.getByText("You're signed in").waitFor();
    await place.workbench.message('Instance "Mine" of Dropbox');
    const [creation] = sent();
    assert.equal(creation?.body.includes('evil'), false);
  });

  it('is pasted where the platform keeps no state of ours, and nothing listens', async () => {
    place.sandbox.settings.pageState = 'element';
    const provider = await toProvider('stateless.instance.json', 'Open Page and Paste');
    place.sandbox.settings.pageState = 'kept';
    await box("VS Code can't recognize the answer of this page").waitFor();
    await place.workbench.picture('67-no-state');
    const [redirect] = await Promise.all([
      provider.waitForEvent('requestfailed'),
      provider.getByRole('button', { name: 'Allow' }).click(),
    ]);
    assert.equal(new URL(redirect.url()).searchParams.get('state'), 'dropbox');
    assert.deepEqual(sent(), []);
    await place.workbench.page.bringToFront();
    await box("VS Code can't recognize the answer of this page").waitFor();
    await place.workbench.paste(redirect.url());
    await place.workbench.page.keyboard.press('Enter');
    await place.workbench.message('Instance "Pasted" of Dropbox');
  });

  it('is handed on by VS Code, decoded once', async () => {
    const { page, message } = place.workbench;
    const provider = await toProvider('editor.instance.json', 'Open Page and Paste');
    await box("can't reach this window").waitFor();
    const state = new URL(provider.url()).searchParams.get('state') ?? '';
    // What pressing Allow on the page gives.
    const { configuration } = JSON.parse(request(`${scheme}://${extension}/callback`)) as { configuration: object };
    const { code = '' } = place.sandbox.consent({ elementKey: 'dropbox', configuration: { ...configuration } });
    // In a window in a browser, VS Code's own page takes the place of the editor's address, under a number of its own.
    for (const id of [1, 2, 3, 4]) {
      const query = { 'vscode-reqid': `${id}`, 'vscode-scheme': scheme, 'vscode-authority': extension, code, state };
      const redirect = new URL('/callback', page.url());
      redirect.search = new URLSearchParams({ ...query, 'vscode-path': '/callback' }).toString();
      await provider.goto(redirect.href);
    }
    await page.bringToFront();
    await message('Instance "Mine" of Dropbox');
    const { providerData } = JSON.parse(sent()[0]?.body ?? '') as { providerData: object };
    assert.deepEqual(providerData, { code, state });
  });
});

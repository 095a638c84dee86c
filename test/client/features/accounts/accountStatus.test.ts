import assert from 'node:assert/strict';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { lensTitle } from '../../../../client/src/features/provision/messages';
import { accountStatus } from '../../../../client/src/features/accounts/accountStatus';
import * as messages from '../../../../client/src/features/accounts/messages';
import { anAccount } from '../../../kit/client/fakes';

describe('the account in the status bar', () => {
  const other: Account = { ...anAccount, kind: 'test', color: 'blue' };
  const cases: [name: string, account: Account | undefined, hasSecrets: boolean, icon: string, text: string][] = [
    ['a production account', anAccount, true, 'cloud', messages.statusText(anAccount)],
    ['a test account', other, true, 'cloud', messages.statusText(other)],
    ['an account without secrets', other, false, 'circle-slash', messages.statusText(other)],
    ['no account', undefined, false, 'cloud', messages.statusSelect],
  ];
  for (const [name, account, hasSecrets, icon, text] of cases) {
    it(`has icon, text, tooltip and color for ${name}`, () => {
      const status = accountStatus(account, hasSecrets, 1);
      assert.deepEqual([status.icon, status.text], [icon, text]);
      const tip = account === undefined ? messages.statusNoneTip : messages.statusTip(account, hasSecrets);
      assert.equal(status.tooltip, tip);
      assert.deepEqual([status.color, status.command], [account?.color, 'cloudElements.account.switch']);
    });
  }

  it('adds the first account on a click where there is none', () => {
    const { text, command } = accountStatus(undefined, false, 0);
    assert.deepEqual([text, command], [messages.statusNone, 'cloudElements.account.add']);
  });

  it('marks a production account with the word "production", also in the code lens', () => {
    const texts = [lensTitle, messages.statusText].map((text) => [text(anAccount), text(other)]);
    for (const [production = '', test = ''] of texts) {
      assert.match(production, /Work \(production\)$/);
      assert.match(test, /Work$/);
    }
    assert.doesNotMatch(lensTitle(undefined), /Work/);
  });

  it('says in its tooltip where the account is, its kind, and whether its secrets are missing', () => {
    assert.match(messages.statusTip(anAccount, true), /production account at api\.cloud-elements\.com\./);
    assert.match(messages.statusTip(other, true), /test account at api\.cloud-elements\.com\./);
    assert.notEqual(messages.statusTip(other, true), messages.statusTip(other, false));
  });
});

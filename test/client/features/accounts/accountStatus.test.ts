import assert from 'node:assert/strict';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { lensTitle } from '../../../../client/src/features/provision/messages';
import { accountStatus } from '../../../../client/src/features/accounts/accountStatus';
import { anAccount } from '../../../kit/client/fakes';

describe('what shows the account in use', () => {
  const other: Account = { ...anAccount, kind: 'test', color: 'blue' };
  const shown: [name: string, account: Account | undefined, hasSecrets: boolean, shows: string, tip: RegExp][] = [
    [
      'one of production',
      anAccount,
      true,
      'cloud: Work (production)',
      /production account at api\.cloud-elements\.com/,
    ],
    [
      'one for tests',
      other,
      true,
      'cloud: Work',
      /test account at api\.cloud-elements\.com, signed in\. Click to switch/,
    ],
    ['one signed out', other, false, 'circle-slash: Work', /, signed out: .* Click to switch/],
    ['none', undefined, false, 'cloud: Choose account', /Click to choose or add one/],
  ];
  for (const [name, account, hasSecrets, shows, tip] of shown) {
    it(`says at a glance what it is: ${name}`, () => {
      const status = accountStatus(account, hasSecrets, 1);
      assert.equal(`${status.icon}: ${status.text}`, shows);
      assert.match(status.tooltip, tip);
      assert.deepEqual([status.color, status.command], [account?.color, 'cloudElements.account.switch']);
    });
  }

  it('adds the first account by a click where there is none', () => {
    const { text, command } = accountStatus(undefined, false, 0);
    assert.deepEqual([text, command], ['Add account', 'cloudElements.account.add']);
  });

  it('marks production above the file, too', () => {
    assert.match(lensTitle(anAccount), /Provision with Work \(production\)$/);
    assert.match(lensTitle(other), /Provision with Work$/);
    assert.match(lensTitle(undefined), /Provision$/);
  });
});

import type { Account } from '../accounts/accounts';

export const lensTitle = (account: Account | undefined) =>
  account === undefined
    ? '$(cloud-upload) Provision'
    : `$(cloud-upload) Provision with ${account.label}${productionMark(account)}`;
export const statusText = (account: Account, isSignedIn: boolean) =>
  `${isSignedIn ? '$(cloud)' : '$(circle-slash)'} ${account.label}${productionMark(account)}`;
const productionMark = ({ kind }: Account) => (kind === 'production' ? ' (production)' : '');
export const statusNone = '$(cloud) Add account';
export const statusChoose = '$(cloud) Choose account';
export const statusTip = ({ baseUrl, kind }: Account, isSignedIn: boolean) =>
  `Cloud Elements ${kind} account at ${new URL(baseUrl).host}, ${
    isSignedIn ? 'signed in' : 'signed out: it asks for its secrets when it is used'
  }. Click to switch accounts.`;
export const statusNoneTip = 'No Cloud Elements account is in use. Click to choose or add one.';
export const commandFailed = 'This did not work, for a reason the extension does not know.';
export const serverFailed = 'The language server did not start, so nothing is checked or completed.';

import type { Account } from '../accounts/accounts';
import { accountName } from './sharedText';

export const lensTitle = (account: Account | undefined) =>
  account === undefined ? 'Provision' : `Provision with ${accountName(account.label)}${productionMark(account)}`;
export const statusText = (account: Account) => `${accountName(account.label)}${productionMark(account)}`;
const productionMark = ({ kind }: Account) => (kind === 'production' ? ' (production)' : '');
export const statusNone = 'Add account';
export const statusChoose = 'Choose account';
export const statusTip = ({ baseUrl, kind }: Account, isSignedIn: boolean) =>
  `Cloud Elements ${kind} account at ${new URL(baseUrl).host}, ${
    isSignedIn ? 'signed in' : 'signed out: it asks for its secrets when it is used'
  }. Click to switch accounts.`;
export const statusNoneTip = 'No Cloud Elements account is in use. Click to choose or add one.';
export const commandFailed = 'This did not work, for a reason the extension does not know.';
export const serverFailed = 'The language server did not start, so nothing is checked or completed.';

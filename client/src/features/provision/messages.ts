import { word } from '../../../../common/src/text/plainText';
import type { Account } from '../../../../engine/src/accounts/accounts';
import type { TokenEntry } from '../../../../engine/src/accounts/tokens';
import { accountName, markedAccount } from '../../../../engine/src/messages/names';

export const titles = { copyToken: 'Copy Element Token' } as const;

export const buttons = { manageTrust: 'Manage Workspace Trust' } as const;

export const lensTitle = (account: Account | undefined) =>
  account === undefined ? 'Provision' : `Provision with ${markedAccount(account)}`;
export const untrusted =
  'Provisioning waits until you trust this workspace: it sends the content of a file, with your secrets, to your account.';
export const platformName = 'Cloud Elements platform';

// Pages

/** Name of the document, of one file. No file pattern fits it: it is no file of ours. */
export const previewTitle = (file: string) => `Request (${file})`;
/** In place of a page that a reload of the window left behind. */
export const pageIsOver = 'This page is no longer open. Run its command on the file again.';
export const responseTitle = 'Last Response';
export const noResponse = 'No response yet. Provision an instance first.';

// Copy Element Token

export const noTokens = 'No element token is kept yet. Provision an instance first.';
export const pickToken = 'Whose token?';
export const tokenLine = ({ instanceId, elementKey }: TokenEntry) => `${word(elementKey)} · id ${word(instanceId)}`;
export const tokenDetail = ({ accountLabel, created: date }: TokenEntry, isAccountThere: boolean) =>
  `${accountName(accountLabel)}${isAccountThere ? '' : ' (no account any more)'} · created ${word(date)}`;
export const tokenGone = 'This token is not stored any more, and was taken off the list.';

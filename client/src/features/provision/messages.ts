import { word } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';
import type { Account } from '../../../../engine/src/accounts/accounts';
import type { TokenEntry } from '../../../../engine/src/accounts/tokens';
import { accountName, markedAccount } from '../../../../engine/src/messages/names';

export const titles = { copyToken: t('Copy Element Token') };

export const buttons = { manageTrust: t('Manage Workspace Trust') };

export const lensTitle = (account: Account | undefined) =>
  account === undefined ? t('Provision') : t('Provision with {account}', { account: markedAccount(account) });
export const untrusted = t(
  'Provisioning is disabled until you trust this workspace, because it sends the content of a file and your secrets to your account.',
);
export const platformName = t('Cloud Elements platform');

// Pages

/** Name of the document of one file. It must not look like an instance file, which would make it one of our language. */
export const previewTitle = (file: string) => t('Request ({file})', { file });
/** Shown instead of a page that was open when the window was reloaded. */
export const pageIsOver = t('This page is no longer available. Run its command on the file again.');
export const responseTitle = t('Last Response');
export const noResponse = t("There's no response yet. Provision an instance first.");

// Copy Element Token

export const noTokens = t('No element tokens are stored yet. Provision an instance first.');
export const pickToken = t('Select the token to copy');
export const tokenLine = ({ instanceId, elementKey }: TokenEntry) =>
  t('{element} · ID {id}', { element: word(elementKey), id: word(instanceId) });
export const tokenDetail = ({ accountLabel, created }: TokenEntry, hasAccount: boolean) => {
  const values = { account: accountName(accountLabel), date: word(created) };
  return hasAccount
    ? t('{account} · created {date}', values)
    : t('{account} (account removed) · created {date}', values);
};
export const tokenGone = t('This token is no longer stored and was removed from the list.');

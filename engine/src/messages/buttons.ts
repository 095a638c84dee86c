import { t } from '../../../common/src/text/translate';

/** Labels of buttons that more than one room uses. */
export const sharedButtons = {
  copyAddress: t('Copy Address'),
  enterSecrets: t('Enter Secrets'),
  provisionAgain: t('Provision Again'),
} as const;

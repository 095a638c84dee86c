import { t } from '../../../common/src/text/translate';

export const buttons = { ok: t('OK'), showLog: t('Show Log') };

export const channelName = t('Cloud Elements');
export const serverChannelName = t('Cloud Elements Language Server');
export const serverName = t('Cloud Elements language server');
export const commandFailed = t('Something went wrong. See the log for details.');

export const openAFileFirst = t('Open an instance file first.');
export const noSignInPending = t(
  "This window isn't waiting for a sign-in. If another one is, copy the address and paste it there. Otherwise, run Provision Instance again.",
);

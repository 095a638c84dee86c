import { t } from '../../../../common/src/text/translate';
import type { AccountKind } from '../../../../common/src/platform/regions';

/** Headings and labels of the diagnostics that are copied for support. */
export const support = {
  title: t('Cloud Elements Instances: Diagnostics'),
  extension: t('Extension'),
  editor: t('VS Code'),
  window: t('Window'),
  remote: (name: string | undefined) => (name === undefined ? t('local') : t('remote: {name}', { name })),
  workspace: t('Workspace'),
  trust: (isTrusted: boolean) => (isTrusted ? t('trusted') : t('not trusted')),
  server: t('Language server'),
  accounts: t('Accounts'),
  account: (kind: AccountKind, host: string) =>
    kind === 'production' ? t('production at {host}', { host }) : t('test at {host}', { host }),
  inUse: t('Account in use'),
  secrets: (areStored: boolean) => (areStored ? t('secrets stored') : t('no secrets stored')),
  settings: t('Settings changed'),
  set: t('(set)'),
  failure: t('Last failure'),
  requestId: (id: string) => t('request {id}', { id }),
  log: t('Log'),
  moreLog: t(
    'To log the steps between the calls, run Developer: Set Log Level…, select Cloud Elements, then Debug, and repeat what failed.',
  ),
  none: t('none'),
};

export const supportCopied = t('Copied the diagnostics to the clipboard. Read them before you send them to anyone.');

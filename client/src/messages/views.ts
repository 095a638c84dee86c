export const lensTitle = (account: string | undefined) =>
  account === undefined ? '$(cloud-upload) Provision' : `$(cloud-upload) Provision with ${account}`;
export const statusText = (account: string) => `$(cloud) ${account}`;
export const statusNone = '$(cloud) Add account';
export const statusChoose = '$(cloud) Choose account';
export const statusTip = (host: string) => `Cloud Elements account at ${host}. Click to switch.`;
export const statusNoneTip = 'No Cloud Elements account is in use. Click to choose or add one.';
export const commandFailed = 'This did not work, for a reason the extension does not know.';
export const serverFailed = 'The language server did not start, so nothing is checked or completed.';

import type { Instance } from '../platform/instances';

export const buttons = {
  addAccount: 'Add Account',
  copyAddress: 'Copy Address',
  copyRequestId: 'Copy Request Id',
  copyToken: 'Copy Token',
  deleteSecret: 'Delete Secret',
  deleteInstance: 'Delete Instance',
  enterSecrets: 'Enter Secrets',
  goToProblem: 'Go to Problem',
  keep: 'Keep',
  keepSecrets: 'Keep Secrets',
  keepToken: 'Keep Its Token',
  keepTokens: 'Keep Tokens',
  lookAgain: 'Look Again',
  lookForIt: 'Look for It',
  ok: 'OK',
  manageTrust: 'Manage Workspace Trust',
  openPage: 'Open Page',
  openPageAndPaste: 'Open Page and Paste',
  provision: 'Provision',
  provisionAgain: 'Provision Again',
  provisionAnyway: 'Provision Anyway',
  removeAccount: 'Remove Account',
  removeTokens: 'Remove Tokens',
  replaceSecret: 'Replace Its Value',
  send: 'Send',
  signIn: 'Sign In',
  signInAgain: 'Sign In Again',
  showLog: 'Show Log',
  showResponse: 'Show Response',
  signOut: 'Sign Out',
  writeOut: 'Write Them Out',
} as const;

export const titles = {
  addAccount: 'Add Account',
  checkAccount: 'Check Account',
  copyCurl: 'Copy as cURL',
  copyToken: 'Copy Element Token',
  createFromCurl: 'Create from cURL',
  deleteSecret: 'Delete Secret',
  editAccount: 'Edit Account',
  fileSecret: 'Secret of This File',
  listSecrets: 'List Secrets',
  lookForIt: 'Look for the Instance',
  newInstance: 'New Instance File',
  removeAccount: 'Remove Account',
  setSecret: 'Set Secret',
  signOut: 'Sign Out',
  switchAccount: 'Switch Account',
} as const;

export const channelName = 'Cloud Elements';
export const platformName = 'Cloud Elements platform';
export const serverChannelName = 'Cloud Elements Language Server';
export const serverName = 'Cloud Elements language server';

/** An instance as sentences name it. */
export const instanceWords = ({ name, elementName, elementKey, id }: Instance) => {
  const element = elementName ?? elementKey;
  return `Instance ${name === undefined ? '' : `"${name}" `}${element === undefined ? '' : `of ${element} `}(id ${id})`;
};

import type { Instance } from '../platform/instances';

export const buttons = {
  addAccount: 'Add Account',
  copyAddress: 'Copy Address',
  copyRequestId: 'Copy Request Id',
  copyToken: 'Copy Token',
  deleteInstance: 'Delete Instance',
  enterSecrets: 'Enter Secrets',
  goToProblem: 'Go to Problem',
  keep: 'Keep',
  keepToken: 'Keep Its Token',
  keepTokens: 'Keep Tokens',
  lookAgain: 'Look Again',
  lookForIt: 'Look for It',
  manageTrust: 'Manage Workspace Trust',
  provisionAgain: 'Provision Again',
  provisionAnyway: 'Provision Anyway',
  removeTokens: 'Remove Tokens',
  send: 'Send',
  signIn: 'Sign In',
  showLog: 'Show Log',
  showResponse: 'Show Response',
  signOut: 'Sign Out',
} as const;

export const titles = {
  addAccount: 'Add Account',
  copyToken: 'Copy Element Token',
  fileSecret: 'Secret of This File',
  lookForIt: 'Look for the Instance',
  newInstance: 'New Instance File',
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

import { hostWord, inert, quote, word } from '../../../common/src/text/inertText';
import type { Instance } from '../platform/instanceApi';

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
  provisionAgain: 'Provision Again',
  provisionAnyway: 'Provision Anyway',
  removeAccount: 'Remove Account',
  removeTokens: 'Remove Tokens',
  replaceSecret: 'Replace Its Value',
  send: 'Send',
  signIn: 'Sign In',
  signInAgain: 'Sign In Again',
  showLog: 'Show Log',
  showRequest: 'Show Request',
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

// How sentences name what they are about. What comes from outside stands in quotes, and is short: it can neither pass for
// words of ours nor push them out of view.

/** An account, by the name that a person gave it. */
export const accountName = (label: string) => inert(label, mostOfLabel);
/** UTF-16 units of an account's name. */
export const mostOfLabel = 60;

/** An account and where it is: what a question about sending or deleting begins with. */
export const accountAt = (label: string, host: string) => `${accountName(label)} at ${hostWord(host)}`;

/** An element by its name in the catalog or, where that does not know it, by its key in quotes. */
export const elementWords = (key: string, name: string | undefined) => name ?? quote(key);

/** The same within a sentence: what does not look like a name of the catalog is in quotes, if it is not already. */
export const elementWord = (element: string) => {
  if (/^"[^"]*"$/.test(element)) return quote(element.slice(1, -1));
  return /^[\p{L}\p{N}][\p{L}\p{N} .,&()+/!'’-]{0,39}$/u.test(element) ? element : quote(element);
};

/** The line of a question that says what an account is about to get, or lose. */
export const elementLine = (elementKey: string) => `Element: ${quote(elementKey)}`;

/** An instance, in sentences. */
export const instanceWords = ({ name, elementName, elementKey, id }: Instance) => {
  const element = elementName ?? (elementKey === undefined ? undefined : quote(elementKey));
  const of = element === undefined ? '' : `of ${elementWord(element)} `;
  return `Instance ${name === undefined ? '' : `${quote(name)} `}${of}(id ${word(id, 30)})`;
};

/** Headings and labels of the diagnostics that are copied for support. */
export const support = {
  title: 'Cloud Elements Instances: diagnostics',
  extension: 'Extension',
  editor: 'VS Code',
  window: 'Window',
  remote: (name: string | undefined) => (name === undefined ? 'local' : `remote: ${name}`),
  workspace: 'Workspace',
  trust: (trusted: boolean) => (trusted ? 'trusted' : 'not trusted'),
  server: 'Language server',
  accounts: 'Accounts',
  inUse: 'Account in use',
  signedIn: (signedIn: boolean) => (signedIn ? 'signed in' : 'signed out'),
  settings: 'Settings changed',
  set: '(set)',
  failure: 'Last trouble',
  requestId: (id: string) => `request ${id}`,
  log: 'Log',
  moreLog:
    'For the steps between the calls, run Developer: Set Log Level…, choose Cloud Elements, then Debug, and do again what failed.',
  none: 'none',
} as const;

export const supportCopied = 'The diagnostics are on the clipboard. Read them before you send them to anyone.';

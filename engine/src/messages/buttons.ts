/** Labels of buttons that more than one room has. */
export const sharedButtons = {
  copyAddress: 'Copy Address',
  enterSecrets: 'Enter Secrets',
  provisionAgain: 'Provision Again',
} as const;

export const buttons = { ok: 'OK', showLog: 'Show Log' } as const;

export const channelName = 'Cloud Elements';
export const serverChannelName = 'Cloud Elements Language Server';
export const serverName = 'Cloud Elements language server';
export const commandFailed = 'This did not work, for a reason the extension does not know.';

export const openAFileFirst = 'Open the instance file first.';
export const nobodyWaits =
  'A sign-in came back, but this window does not wait for one. If another window does, copy the address and paste it there; else provision again.';

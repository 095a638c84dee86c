import type { Instance } from '../platform/instances';
import { instanceWords } from './words';

const validity = (valid: boolean | undefined) =>
  valid === undefined ? '' : valid ? ' The platform says it is valid.' : ' The platform says it is not valid.';

export const created = (instance: Instance, account: string) =>
  `${instanceWords(instance)} is created.${validity(instance.valid)} Its element token is kept for ${account}.`;
export const tokenNotKept = (instance: Instance) =>
  `${instanceWords(instance)} is created, but its element token could not be stored.`;
export const tokenNotKeptDetail =
  "VS Code's secret storage failed. The token is held only until this window closes: copy it now, and put it in a safe place.";
export const tokenCopied = 'Element token copied';

export const notCreated = 'No instance was created.';
export const maybeCreated = 'The instance may have been created. Look for it before you send it again.';

// Look for It

export const looking = (element: string, account: string) => `Looking for the new instance of ${element} at ${account}`;
export const foundNone = (element: string, account: string) =>
  `${account} has no new instance of ${element} yet. Creating one can take half a minute.`;
export const found = (instance: Instance) => `${instanceWords(instance)} was created.`;
export const foundSeveral = (count: number) => `${count} instances fit. Pick the one whose token you want to keep.`;
export const createdAt = (date: string | undefined) =>
  date === undefined ? 'creation time unknown' : `created ${date}`;
export const tokenKept = (account: string) => `The element token is kept for ${account}.`;

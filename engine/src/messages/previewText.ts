import { inert } from '../../../common/src/text/inertText';
export const previewOf = (time: string) => `What Provision Instance sends, as of ${time}.`;
export const previewRenew = 'To renew it, run Preview Request on the file again.';
export const previewMask = (mask: string) => `Secrets are shown as ${mask}. All else is as it is sent.`;
export const previewSignIn = (element: string) =>
  `${inert(element, 60)} signs in on its provider's page: Provision opens that first, and what it brings is added as "providerData".`;
export const previewVariables = (names: readonly string[]) =>
  `Not set in the environment of VS Code, so nothing is sent: ${names.join(', ')}`;
export const previewSecrets = (references: readonly string[]) =>
  `Not kept yet, so Provision asks for it: ${references.join(', ')}`;
export const previewUnchecked =
  'The language server is not running, so it is not known which entries are secret: all of them are masked.';
export const previewNoAccount = 'No account is in use. Provision asks for one.';
/** In place of the base URL. */
export const noAddress = '(no account in use)';

// The page on which a request is read before it is sent

export const readNothingSent =
  'Nothing is sent before you press Send, on this page or in the message. Close this page to send nothing.';
export const readMask = (mask: string) =>
  `Secrets are shown as ${mask}, and references as the file has them: what they stand for is sent.`;
export const readLayout = (continuation: string) =>
  `The layout is not that of the file. A line that begins with ${continuation} goes on where the one before it ends.`;
export const sendFromPage = (account: string, host: string) => `Send with ${inert(account, 60)} at ${inert(host, 100)}`;
/** What a message says that has outlived its page. `sent` is whether Send was pressed there. */
export const requestEnded = (sent: boolean) =>
  sent
    ? 'Send was pressed on its page already, so nothing more was sent.'
    : 'Its page was closed or another took its place, so nothing was sent. Run Provision Instance again.';

/** Name of the document, of one file. No file pattern fits it: it is no file of ours. */
export const previewTitle = (file: string) => `Request (${file})`;
export const previewOf = (time: string) => `What Provision Instance sends, as of ${time}.`;
export const previewRenew = 'To renew it, run Preview Request on the file again.';
export const previewMask = (mask: string) => `Secrets are shown as ${mask}. All else is as it is sent.`;
export const previewSignIn = (element: string) =>
  `${element} signs in on its provider's page: Provision opens that first, and what it brings is added as "providerData".`;
export const previewVariables = (names: readonly string[]) =>
  `Not set in the environment of VS Code, so nothing is sent: ${names.join(', ')}`;
export const previewSecrets = (references: readonly string[]) =>
  `Not kept yet, so Provision asks for it: ${references.join(', ')}`;
export const previewUnchecked =
  'The language server is not running, so it is not known which entries are secret: all of them are masked.';
export const previewNoAccount = 'No account is in use. Provision asks for one.';
/** In place of the base URL. */
export const noAddress = '(no account in use)';

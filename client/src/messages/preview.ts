/** Name of the document, of one file. No file pattern fits it: it is no file of ours. */
export const previewTitle = (file: string) => `Request (${file})`;
export const previewOf = (time: string) =>
  `What Provision Instance sends, as of ${time}. To renew it, run Preview Request on the file again.`;
export const previewMask = (mask: string) => `A secret is shown as ${mask}. All else is as it is sent, to the byte.`;
export const previewSignIn = (element: string) =>
  `${element} signs in on its provider's page: Provision opens that first, and what it brings is added as "providerData".`;
export const previewVariables = (names: readonly string[]) =>
  `Not set in the environment that VS Code is started from: ${names.join(', ')}. Nothing is sent without.`;
export const previewSecrets = (references: readonly string[]) =>
  `Not kept for this account and element yet, so Provision asks for it: ${references.join(', ')}`;
export const previewUnchecked =
  'The language server is not running, so it is not known which entries are secret: all of them are masked.';
export const previewNoAccount = 'No account is in use. Provision asks for one.';
/** In place of the base URL. */
export const noAddress = '(no account in use)';

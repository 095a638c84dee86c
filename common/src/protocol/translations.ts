/**
 * The environment variable with the `file:` URI of the server's translations. VS Code's own language servers use the same
 * one. Without it, messages are in English.
 */
export const translationsVariable = 'VSCODE_L10N_BUNDLE_LOCATION';

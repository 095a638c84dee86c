/**
 * The environment variable that holds the address (`file:` URI) of the translations for the server; the one that VS Code's
 * own language servers have. Without it, messages are in English.
 */
export const translationsVariable = 'VSCODE_L10N_BUNDLE_LOCATION';

import { getLanguageService } from 'vscode-json-languageservice';

/** The library that VS Code's own JSON support uses, for what JSON of any kind has: outline, folding, selection, layout. */
export const jsonService = getLanguageService({});

import { curlLanguages, mentionsPlatform } from '../../../common/src/protocol/curl';
import { languageId } from '../../../common/src/protocol/documents';

// Where people write: on disk, unsaved, and in repositories that are open without a checkout.
const writable = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-userdata', 'memfs', 'vscode-test-web'];

/** Documents of a language at places of a scheme. */
export interface DocumentFilter {
  readonly language: string;
  readonly scheme: string;
}

/**
 * The documents the extension is for: those of its language, wherever a person can write them. The other side of a
 * diff (`git` and its like) is left out by naming the schemes; those of the open folders cover other virtual file systems.
 */
export function documentSelector(folderSchemes: readonly string[]): DocumentFilter[] {
  return [...new Set([...writable, ...folderSchemes])].map((scheme) => ({ language: languageId, scheme }));
}

/** What is needed of a document to know whether the language server has work with it. */
export interface OpenedDocument {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
  getText(): string;
}

/** True for a document of our language, and for a script that may hold a cURL command for the platform. */
export function needsServer(document: OpenedDocument, schemes: readonly string[], checksCurl: boolean): boolean {
  if (!schemes.includes(document.uri.scheme)) return false;
  if (document.languageId === languageId) return true;
  return checksCurl && isCurlLanguage(document.languageId) && mentionsPlatform(document.getText());
}

/** True for the languages that the language server may have work with. */
export const isServed = (id: string): boolean => id === languageId || isCurlLanguage(id);

export const isCurlLanguage = (id: string): boolean => curlLanguages.some((language) => language === id);

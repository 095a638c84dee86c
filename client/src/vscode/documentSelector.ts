import { curlLanguages, mentionsPlatform } from '../../../common/src/protocol/curl';
import { languageId } from '../../../common/src/protocol/documents';

// Schemes of documents that a person can edit: on disk, unsaved, and in repositories that are open without a checkout.
const editableSchemes = [
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-remote',
  'vscode-userdata',
  'memfs',
  'vscode-test-web',
];

/** Documents of a language under a URI scheme. */
export interface DocumentFilter {
  readonly language: string;
  readonly scheme: string;
}

/**
 * The documents that the extension works on: those of its language that a person can edit. The explicit schemes exclude the
 * other side of a diff (such as `git`). The schemes of the open folders cover other virtual file systems.
 */
export function documentSelector(folderSchemes: readonly string[]): DocumentFilter[] {
  return [...new Set([...editableSchemes, ...folderSchemes])].map((scheme) => ({ language: languageId, scheme }));
}

/** What decides whether the language server is needed for a document. */
export interface OpenedDocument {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
  getText(): string;
}

/** True for a document of our language, and for a script that may contain a cURL command for the platform. */
export function needsServer(document: OpenedDocument, schemes: readonly string[], checksCurl: boolean): boolean {
  if (!schemes.includes(document.uri.scheme)) return false;
  if (document.languageId === languageId) return true;
  return checksCurl && isCurlLanguage(document.languageId) && mentionsPlatform(document.getText());
}

/** True for the languages that the language server may be needed for. */
export const isServed = (id: string): boolean => id === languageId || isCurlLanguage(id);

export const isCurlLanguage = (id: string): boolean => curlLanguages.some((language) => language === id);

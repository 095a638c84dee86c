import { TextDocuments } from 'vscode-languageserver';
import { openDocument } from './instanceDocument';
import { isCurlLanguage, openScript } from './scriptDocument';
import type { ServedDocument } from './servedDocument';

/** The open documents, each as a request or a script by its language. */
export const createDocuments = (): TextDocuments<ServedDocument> =>
  new TextDocuments<ServedDocument>({
    create: (uri, language, version, text) =>
      (isCurlLanguage(language) ? openScript : openDocument)(uri, language, version, text),
    update: (document, changes, version) => document.change(changes, version),
  });

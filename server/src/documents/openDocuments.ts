import { TextDocuments } from 'vscode-languageserver';
import { changeDocument, openDocument, type InstanceDocument } from './instanceDocument';
import { changeScript, isCurlLanguage, isScript, openScript, type ScriptDocument } from './scriptDocument';

export type OpenDocument = InstanceDocument | ScriptDocument;

/** The documents that are open, each as what its language makes of it. */
export const createDocuments = (): TextDocuments<OpenDocument> =>
  new TextDocuments<OpenDocument>({
    create: (uri, language, version, text) =>
      (isCurlLanguage(language) ? openScript : openDocument)(uri, language, version, text),
    update: (document, changes, version) =>
      isScript(document) ? changeScript(document, changes, version) : changeDocument(document, changes, version),
  });

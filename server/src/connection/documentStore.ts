import type { TextDocuments } from 'vscode-languageserver';
import { createDocuments } from '../documents/openDocuments';
import type { ServedDocument } from '../documents/servedDocument';
import type { Settings } from './serverSettings';

/** The open documents, and which of them are ignored. */
export interface DocumentStore {
  readonly open: TextDocuments<ServedDocument>;
  /** URIs of documents with a name of ours that aren't requests: they get no problems. */
  readonly ignored: Set<string>;
  /** The current version of a document; undefined where it is ignored, turned off or not open. */
  readonly find: (uri: string) => Promise<ServedDocument | undefined>;
}

export function createDocumentStore(settings: Pick<Settings, 'serves'>): DocumentStore {
  const open = createDocuments();
  const ignored = new Set<string>();
  return {
    open,
    ignored,
    find: async (uri) => {
      const document = open.get(uri);
      if (!document || ignored.has(uri) || !(await settings.serves(document))) return undefined;
      // It may have been changed or closed in the meantime.
      return open.get(uri);
    },
  };
}

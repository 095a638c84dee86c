import type { TextDocuments } from 'vscode-languageserver';
import { createDocuments } from '../documents/openDocuments';
import type { ServedDocument } from '../documents/servedDocument';
import type { Settings } from './serverSettings';

/** The documents that are open, and of which of them something is to be said. */
export interface DocumentStore {
  readonly open: TextDocuments<ServedDocument>;
  /** URIs of those that only share our name: nothing is said about them. */
  readonly ignored: Set<string>;
  /** The document of a URI as it is now, where something is to be said of it. */
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

import * as messages from './messages';
import { UserFacingError, type Ui } from '../../../../engine/src/ui';
import { readElements, type CatalogElement } from './elementList';

/** What selecting an element needs. */
export interface CatalogContext {
  readonly ui: Ui;
  /** Reads a file of the extension. The path is relative to the root of the extension. */
  readonly readOwnFile: (path: string) => Promise<string>;
}

/** Lets a person select an element. Throws `Cancelled`, or a `UserFacingError` where the catalog cannot be read. */
export async function pickElement(context: CatalogContext, title: string): Promise<CatalogElement> {
  const elements = readElements(await readCatalog(context, 'schemas/elements.json'));
  if (elements === undefined) throw new UserFacingError(messages.catalogUnreadable);
  const choices = elements.map((element) => {
    const { key, name, hub } = element;
    return { label: name, description: key, detail: hub, value: element };
  });
  return context.ui.pick(title, messages.pickElement, choices);
}

/** Reads a file of the catalog. Throws a `UserFacingError` where it cannot be read. */
export function readCatalog({ readOwnFile }: CatalogContext, path: string): Promise<string> {
  return readOwnFile(path).catch(() => {
    throw new UserFacingError(messages.catalogUnreadable);
  });
}

import * as messages from './messages';
import { UserFacingError, type Ui } from '../../../../engine/src/ui';
import { readElements, type CatalogElement } from './elementList';

/** What is used of the window by whoever lets a person pick an element. */
export interface CatalogContext {
  readonly ui: Ui;
  /** Text of a file of the extension, by its path from the extension's root. */
  readonly readOwnFile: (path: string) => Promise<string>;
}

/** Lets a person pick an element of the catalog. Throws `Cancelled`, or a `UserFacingError` where there is no catalog. */
export async function pickElement(context: CatalogContext, title: string): Promise<CatalogElement> {
  const elements = readElements(await readCatalog(context, 'schemas/elements.json'));
  if (elements === undefined) throw new UserFacingError(messages.catalogUnreadable);
  const choices = elements.map((element) => {
    const { key, name, hub } = element;
    return { label: name, description: key, detail: hub, value: element };
  });
  return context.ui.pick(title, messages.pickElement, choices);
}

/** Text of a file of the catalog. Throws a `UserFacingError` where it cannot be read. */
export function readCatalog({ readOwnFile }: CatalogContext, path: string): Promise<string> {
  return readOwnFile(path).catch(() => {
    throw new UserFacingError(messages.catalogUnreadable);
  });
}

import * as messages from '../../../../engine/src/messages';
import { Refusal } from '../../../../engine/src/ui';
import { readElements, type CatalogElement } from './elementList';
import type { Services } from '../../commands/context';

/** Lets a person pick an element of the catalog. Throws `Cancelled`, or a `Refusal` where there is no catalog. */
export async function pickElement(
  { ui, readOwnFile }: Pick<Services, 'ui' | 'readOwnFile'>,
  title: string,
): Promise<CatalogElement> {
  const elements = readElements(await readCatalog(readOwnFile, 'schemas/elements.json'));
  if (elements === undefined) throw new Refusal(messages.catalogUnreadable);
  const choices = elements.map((element) => {
    const { key, name, hub } = element;
    return { label: name, description: key, detail: hub, value: element };
  });
  return ui.pick(title, messages.pickElement, choices);
}

/** Text of a file of the catalog. Throws a `Refusal` where it cannot be read. */
export function readCatalog(readOwnFile: Services['readOwnFile'], path: string): Promise<string> {
  return readOwnFile(path).catch(() => {
    throw new Refusal(messages.catalogUnreadable);
  });
}

import * as messages from '../../messages';
import { referencesIn } from '../../provisioning/request/references';
import type { OpenText } from '../../openTexts';
import type { CatalogElement } from '../catalog';
import type { Services } from '../services';

/**
 * The element that a document names, as the language server reads it, also where the text has faults. Undefined where
 * it names none, or the server does not answer.
 */
export async function fileElement(
  check: Services['check'],
  document: OpenText,
): Promise<Pick<CatalogElement, 'key' | 'name'> | undefined> {
  const result = await check(document.text(), document.uri).catch(() => undefined);
  const key = result?.elementKey;
  if (key === undefined || referencesIn(key).length > 0) return undefined;
  return { key, name: messages.elementWords(key, result?.elementName) };
}

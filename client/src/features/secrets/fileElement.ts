import { describeElement } from '../../../../engine/src/messages/names';
import { referencesIn } from '../../../../common/src/text/references';
import type { EditableDocument } from '../../vscode/editorDocument';
import type { CheckText } from '../../vscode/languageServer';
import type { CatalogElement } from '../editing';

/**
 * The element of a document as the language server reads it, even where the text has syntax errors. Undefined where the
 * document has no element key or a reference as one, or where the server does not answer.
 */
export async function fileElement(
  check: CheckText,
  document: EditableDocument,
): Promise<Pick<CatalogElement, 'key' | 'name'> | undefined> {
  const result = await check(document.text(), document.uri).catch(() => undefined);
  const key = result?.elementKey;
  if (key === undefined || referencesIn(key).length > 0) return undefined;
  return { key, name: describeElement(key, result?.elementName) };
}

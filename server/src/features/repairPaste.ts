import type { Range } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { repairWithin } from '../problems/fixAll';
import { toOffsets, type InstanceDocument } from '../documents/servedDocument';

/**
 * What is to be pasted in place of a text, with its look-alikes straightened as they stand in the document that comes of
 * it; of a page that is pasted into an empty file, only the JSON. Null where nothing needs repair.
 */
export function repairPaste(document: InstanceDocument, catalog: Catalog, range: Range, text: string): string | null {
  const { start, end } = toOffsets(document, range);
  const whole = document.parsed.text;
  const repaired = repairWithin(whole.slice(0, start), text, whole.slice(end), catalog);
  return repaired === text ? null : repaired;
}

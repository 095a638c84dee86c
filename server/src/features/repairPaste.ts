import type { Range } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { repairWithin } from '../problems/fixAll';
import { toOffsets, type InstanceDocument } from '../documents/servedDocument';

/**
 * The text to paste instead of another, with its look-alike characters replaced as the resulting document requires.
 * From a page that is pasted into an empty file, only the JSON. Null where nothing needs to be repaired.
 */
export function repairPaste(document: InstanceDocument, catalog: Catalog, range: Range, text: string): string | null {
  const { start, end } = toOffsets(document, range);
  const whole = document.parsed.text;
  const repaired = repairWithin(whole.slice(0, start), text, whole.slice(end), catalog);
  return repaired === text ? null : repaired;
}

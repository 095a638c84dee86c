import type { Position, SelectionRange } from 'vscode-languageserver';
import type { InstanceDocument } from './document';
import { jsonService } from './service';

/** What "expand selection" selects, from the inside out, for each position. */
export function selectionRanges({ mended, parsed }: InstanceDocument, positions: Position[]): SelectionRange[] {
  if (parsed.json) return jsonService.getSelectionRanges(mended, positions, parsed.json);
  return positions.map((position) => ({ range: { start: position, end: position } }));
}

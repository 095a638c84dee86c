import type { Position, SelectionRange } from 'vscode-languageserver';
import { nodesCovering, type OffsetRange } from '../../../common/src/json/tree';
import { toRange, type InstanceDocument } from '../documents/servedDocument';

/**
 * The ranges of "Expand Selection" for each position, innermost first. A string without its quotes comes before the
 * string.
 */
export function selectionRanges(document: InstanceDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.text.offsetAt(position);
    const nested: OffsetRange[] = nodesCovering(document.parsed.root, offset).flatMap((node) => {
      const inside = { start: node.start + 1, end: node.end - 1 };
      const hasInside =
        node.type === 'string' && node.opened && node.closed && inside.start <= offset && offset <= inside.end;
      return hasInside ? [node, inside] : [node];
    });
    const selection = nested.reduce<SelectionRange | undefined>((parent, range) => {
      const own = toRange(document, range);
      return parent ? { range: own, parent } : { range: own };
    }, undefined);
    return selection ?? { range: { start: position, end: position } };
  });
}

import type { FoldingRange } from 'vscode-languageserver';
import { childrenOf, type Node } from '../../../common/src/json/tree';
import type { InstanceDocument } from '../documents/servedDocument';

/**
 * What can be folded: objects and arrays of several lines, and comments. The line of the closing bracket stays visible.
 */
export function foldingRanges({ text, parsed }: InstanceDocument, limit = Infinity): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, isComment: boolean): void => {
    const startLine = text.positionAt(start).line;
    const endLine = text.positionAt(end).line - (isComment ? 0 : 1);
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(isComment ? { kind: 'comment' } : {}) });
  };
  const visit = (node: Node): void => {
    if (ranges.length >= limit) return;
    if (node.type === 'object' || node.type === 'array') add(node.start, node.end, false);
    childrenOf(node).forEach(visit);
  };
  if (parsed.root) visit(parsed.root);
  for (const { code, range } of parsed.faults) if (code === 'comment') add(range.start, range.end, true);
  return ranges.slice(0, limit).sort((a, b) => a.startLine - b.startLine);
}

import type { FoldingRange } from 'vscode-languageserver';
import type { InstanceDocument } from './document';
import { jsonService } from './service';

/** What can be folded: objects and lists of several lines. `rangeLimit` is the client's, if it has one. */
export function foldingRanges({ mended, parsed }: InstanceDocument, rangeLimit?: number): FoldingRange[] {
  return parsed.limit ? [] : jsonService.getFoldingRanges(mended, rangeLimit === undefined ? {} : { rangeLimit });
}

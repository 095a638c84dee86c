import type { DocumentSymbol } from 'vscode-languageserver';
import type { InstanceDocument } from './document';
import { jsonService } from './service';

/** The outline: every member, by name. */
export function symbols({ mended, parsed }: InstanceDocument): DocumentSymbol[] {
  return parsed.json ? jsonService.findDocumentSymbols2(mended, parsed.json) : [];
}

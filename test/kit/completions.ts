import { InsertTextFormat, type CompletionItem, type TextEdit } from 'vscode-languageserver';
import { complete } from '../../server/src/features/completion';
import { openDocument } from '../../server/src/documents/instanceDocument';
import { expandSnippet } from '../schemas/snippetReader';
import { catalog } from './catalog';
import { readCursor } from './cursor';

/** What completion offers at the cursor (`|`) of a text. */
export function completions(marked: string, snippets = true): CompletionItem[] {
  const { text, offset } = readCursor(marked);
  const document = openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);
  return complete(document, catalog, document.text.positionAt(offset), { snippets }).items;
}

export const labels = (marked: string): string[] => completions(marked).map(({ label }) => label);

/** The text after taking an item, with nothing filled in where the item is a snippet. */
export function take(text: string, item: CompletionItem): string {
  const document = openDocument('file:///instance.json', 'cloud-elements-instance', 0, text);
  if (!item.textEdit || !('range' in item.textEdit)) throw new Error(`${item.label} has no edit`);
  const plain = item.insertTextFormat === InsertTextFormat.Snippet ? expandSnippet(item.textEdit.newText) : undefined;
  const edits: TextEdit[] = [
    { range: item.textEdit.range, newText: plain ?? item.textEdit.newText },
    ...(item.additionalTextEdits ?? []),
  ];
  return edits
    .map(({ range, newText }) => ({
      start: document.text.offsetAt(range.start),
      end: document.text.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** The text after taking the item of that label at the cursor. */
export function applied(marked: string, label: string, snippets = true): string {
  const item = completions(marked, snippets).find((candidate) => candidate.label === label);
  if (!item) throw new Error(`No completion "${label}" at: ${marked}. There are: ${labels(marked).join(', ')}`);
  return take(readCursor(marked).text, item);
}

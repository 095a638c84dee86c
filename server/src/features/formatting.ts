import { format as layOut } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import { toOffsets, toRange, type InstanceDocument } from './document';

/** Lays out a document, or a range of it. Look-alike characters are left to their own fix: layout changes only spaces. */
export function format(document: InstanceDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  const { text, parsed } = document;
  if (parsed.beyondLimits) return [];
  const { start, end } = range ? toOffsets(document, range) : { start: 0, end: parsed.text.length };
  const style = {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    insertFinalNewline: options.insertFinalNewline === true,
    eol: /\r\n|\n|\r/.exec(parsed.text)?.[0] ?? '\n',
    // One-line objects and lists are opened up, as VS Code's JSON support does it.
    keepLines: false,
  };
  return (
    layOut(parsed.mended, { offset: start, length: end - start }, style)
      .map(({ offset, length, content }) => ({
        range: toRange(document, { start: offset, end: offset + length }),
        newText: content,
      }))
      // What is a space in the mended text may be a character that has no width: no layout is to swallow it.
      .filter(({ range: replaced, newText }) => withoutSpaces(text.getText(replaced)) === withoutSpaces(newText))
  );
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

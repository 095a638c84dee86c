import { createScanner, format as layOut } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import { maximumDepth } from '../../../common/src/json/limits';
import { toOffsets, toRange, type InstanceDocument } from '../documents/servedDocument';

/** Formats a document, or a range of it. Only whitespace changes: look-alike characters have a fix of their own. */
export function format(document: InstanceDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  const { text, parsed } = document;
  if (parsed.beyondLimits || isDeep(parsed.repaired)) return [];
  const { start, end } = range ? toOffsets(document, range) : { start: 0, end: parsed.text.length };
  const style = {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    insertFinalNewline: options.insertFinalNewline === true,
    eol: /\r\n|\n|\r/.exec(parsed.text)?.[0] ?? '\n',
    // Expands objects and arrays that are on one line, as VS Code's JSON support does.
    keepLines: false,
  };
  return (
    layOut(parsed.repaired, { offset: start, length: end - start }, style)
      .flatMap(({ offset, length, content }) => {
        const replaced = { start: offset, end: offset + length };
        // At some depths, `content` is undefined in jsonc-parser 3.3, although its types exclude that.
        const newText: unknown = content;
        return typeof newText === 'string' ? [{ range: toRange(document, replaced), newText }] : [];
      })
      // A space in the repaired text may be an invisible character in the document, which formatting must not remove.
      .filter(({ range: replaced, newText }) => withoutSpaces(text.getText(replaced)) === withoutSpaces(newText))
  );
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

/** True where brackets are nested deeper than in any request: each line would be indented as deep. */
function isDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length && depth <= maximumDepth) {
    scanner.scan();
    const first = text.charAt(scanner.getTokenOffset());
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
  }
  return depth > maximumDepth;
}

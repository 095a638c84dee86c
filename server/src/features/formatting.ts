import { createScanner, format as layOut } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import { maximumDepth } from '../../../common/src/json/limits';
import { toOffsets, toRange, type InstanceDocument } from '../documents/servedDocument';

/** Lays out a document, or a range of it. Look-alike characters are left to their own fix: layout changes only spaces. */
export function format(document: InstanceDocument, options: FormattingOptions, range?: Range): TextEdit[] {
  const { text, parsed } = document;
  if (parsed.beyondLimits || isDeep(parsed.repaired)) return [];
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
    layOut(parsed.repaired, { offset: start, length: end - start }, style)
      .flatMap(({ offset, length, content }) => {
        const replaced = { start: offset, end: offset + length };
        // For some depths jsonc-parser 3.3 has no text, whatever its types say.
        const newText: unknown = content;
        return typeof newText === 'string' ? [{ range: toRange(document, replaced), newText }] : [];
      })
      // What is a space in the repaired text may be a character that has no width: no layout is to swallow it.
      .filter(({ range: replaced, newText }) => withoutSpaces(text.getText(replaced)) === withoutSpaces(newText))
  );
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

/** True where more brackets are open at a time than a request has: each line would begin with as many spaces. */
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

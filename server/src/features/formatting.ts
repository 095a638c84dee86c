import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import type { InstanceDocument } from './document';
import { jsonService } from './service';

/** Lays out a document, or a range of it. Look-alike characters are left to their own fix: layout changes only spaces. */
export function format(
  { text, mended, parsed }: InstanceDocument,
  options: FormattingOptions,
  range?: Range,
): TextEdit[] {
  if (parsed.limit) return [];
  const whole = { start: { line: 0, character: 0 }, end: text.positionAt(text.getText().length) };
  // What is a space in the mended text may be a character that has no width: no layout is to swallow it.
  return jsonService
    .format(mended, range ?? whole, options)
    .filter(({ range: replaced, newText }) => withoutSpaces(text.getText(replaced)) === withoutSpaces(newText));
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

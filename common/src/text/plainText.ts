/** Characters that nobody sees, or that change how others are shown: control, bidi and zero-width ones, lone surrogates. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** More of a text than this is not shown in a sentence about it. */
const longest = 80;

/**
 * A text of a document as one short line that shows all there is in it: for messages, titles and outlines, where a line
 * break, a character that turns the direction, or sheer length would make it look like words of ours.
 * @param limit The longest line to give, in UTF-16 units; what is longer ends in an ellipsis.
 */
export function plainText(text: string, limit = longest): string {
  // No more is looked at than could be shown: a name may have the size of a file.
  const line = text
    .slice(0, limit * 4)
    .replaceAll(/[\t-\r\u0085\p{Z}]+/gu, ' ')
    .replaceAll(unseen, '')
    .trim();
  const isWhole = line.length <= limit && text.length <= limit * 4;
  return isWhole
    ? line
    : `${line
        .slice(0, limit - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
}

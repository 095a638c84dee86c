// Text from outside (a file, a server, a redirect, a clipboard) is data: nothing in VS Code may take it for a link, an icon,
// a line of its own or a direction of writing. What VS Code reads in a text, by its sources (1.100):
//
// - Messages, prompts and validation messages of an input box, and titles of progress go through `parseLinkedText`
//   (vs/base/common/linkedText.ts): `[text](command:…)`, and http, https and file. It needs an unbroken `](`.
// - Status bar, code lenses, prompts, rows of a quick pick and the current problem in the status bar go through
//   `renderLabelWithIcons` (vs/base/browser/ui/iconLabel/iconLabels.ts): `$(name)` and `$(name~spin)`. It needs `$(`, and a
//   backslash in front only hides it.
// - The hover over a row's description and detail is Markdown with icons (vs/platform/quickinput/browser/quickInputTree.ts):
//   HTML is escaped there and commands are not trusted, but images, links and bare addresses are live.
// - Buttons lose `&&`, and "(&&X)" (`mnemonicButtonLabel` in vs/base/common/labels.ts).
// - Dialogs, titles, placeholders, tabs, tooltips that are strings, and messages of problems are put in as plain text; lines
//   stay lines there, and nothing limits their number.
//
// So two pairs of characters must be broken up, after removing everything that could hide between them.

import { allOf } from './enumerate';
import { t } from './translate';

/** Whitespace and control characters, and the Braille blank pattern, a symbol: a run of them becomes one space. */
const gaps = /[\s\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu;
/** Characters without width, characters that change the direction of text, and lone surrogates. */
const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/** Many combining marks on one letter cover the lines around it. No language needs that many. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;
/** Characters that look like the quotes that {@link quote} adds. */
const quotes = /["\u201c-\u201f\u02ba\u02dd\u02ee\u05f4\u2033\u2036\u275d\u275e\u3003\u301d-\u301f\uff02]/g;

/**
 * Makes a text safe to show on one line: removes control, line-break, bidirectional and zero-width characters, and breaks
 * up what VS Code would turn into a link or an icon.
 * @param most Maximum length in UTF-16 units. A longer text is cut and ends with an ellipsis.
 */
export function inert(text: string, most: number): string {
  // Invisible characters go first, because they could separate the pairs that are broken up afterwards.
  const line = cut(text, most * 4)
    .replaceAll(invisible, '')
    .replaceAll(gaps, ' ')
    .replaceAll(piledMarks, '$1')
    .trim();
  return shorten(line.replaceAll('](', '] (').replaceAll('$(', '$ ('), most);
}

/** Puts a text from outside into a sentence: inert, short, and in quotes that nothing in it can close. */
export function quote(text: string, most = 60): string {
  return `"${inert(text, most).replaceAll(quotes, "'")}"`;
}

/** The same for a name or an id. It gets no quotes if it has only letters, digits and a few other characters. */
export function word(text: string, most = 60): string {
  return text.length <= most && /^[\w.:+${}-]+$/.test(text) ? text : quote(text, most);
}

/** The same for the host of a parsed URL. A long host is cut at the start, because its end identifies the owner. */
export function hostWord(host: string): string {
  const most = 80;
  const end = host.length <= most ? host : `…${host.slice(1 - most)}`;
  return /^…?(?:[a-z][a-z\d+.-]*:\/\/)?(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(end) ? end : quote(end, most);
}

/** Lists names for a sentence: the first few, and the number of the others. */
export function wordList(names: readonly string[], most = 10): string {
  const words = names.slice(0, most).map((name) => word(name));
  const count = names.length - most;
  return count > 0 ? t('{names} and {count} more', { names: words.join(', '), count }) : allOf(words);
}

/** Characters that are invisible or change how others are shown: control, bidi and zero-width ones, lone surrogates. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * Makes a text of a document safe for the server's messages, titles and outlines, which editors show as plain text. A line
 * break, a change of direction, or sheer length could make it look like text of the extension.
 * @param most Maximum length in UTF-16 units. A longer text is cut and ends with an ellipsis.
 */
export function plainText(text: string, most = 80): string {
  // Only what could be shown is processed, because a name may be as long as a file.
  const line = cut(text, most * 4)
    .replaceAll(/[\t-\r\u0085\p{Z}]+/gu, ' ')
    .replaceAll(unseen, '')
    .trim();
  return shorten(line, most);
}

/** Limits the work: text beyond this length is never shown. */
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  // A character of two units is not cut in half.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`.replace(/ …$/, '…');
}

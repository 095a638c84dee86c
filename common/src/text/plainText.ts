// Text from outside (a file, a server, a redirect, a clipboard) is data: nothing in VS Code may take it for a link, an icon,
// a line of its own or a direction of writing. What VS Code reads in a text, by its sources (1.100):
//
// - Messages, prompts and validation messages of an input box, and titles of progress go through `parseLinkedText`
//   (vs/base/common/linkedText.ts): `[words](command:…)`, and http, https and file. It needs `](` as it stands.
// - Status bar, code lenses, prompts, rows of a quick pick and the current problem in the status bar go through
//   `renderLabelWithIcons` (vs/base/browser/ui/iconLabel/iconLabels.ts): `$(name)` and `$(name~spin)`. It needs `$(`, and a
//   backslash in front only hides it.
// - The hover over a row's description and detail is Markdown with icons (vs/platform/quickinput/browser/quickInputTree.ts):
//   HTML is escaped there and commands are not trusted, but images, links and bare addresses are live.
// - Buttons lose `&&`, and "(&&X)" (`mnemonicButtonLabel` in vs/base/common/labels.ts).
// - Dialogs, titles, placeholders, tabs, tooltips that are strings, and messages of problems are put in as plain text; lines
//   stay lines there, and nothing limits their number.
//
// So two pairs of characters are what has to be broken up, after all is gone that could hide between them.

/** White space and control characters, and the space that counts as a symbol: a run of them becomes one space. */
const gaps = /[\s\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu;
/** What takes no room or turns the direction of what follows, and halves of characters. */
const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/** Marks pile up on one letter and cover the lines around it; no language needs as many. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;
/** What a reader takes for the quotes that {@link quote} sets. */
const quotes = /["\u201c-\u201f\u02ba\u02dd\u02ee\u05f4\u2033\u2036\u275d\u275e\u3003\u301d-\u301f\uff02]/g;

/**
 * A text in one line that says what it says, and does nothing: without control, line-break, bidirectional and zero-width
 * characters, and with nothing that VS Code reads as a link or an icon.
 * @param most UTF-16 units of what comes out; an ellipsis ends what was longer.
 */
export function inert(text: string, most: number): string {
  // What is invisible goes first: it must not hold apart what is broken up afterwards.
  const line = cut(text, most * 4)
    .replaceAll(invisible, '')
    .replaceAll(gaps, ' ')
    .replaceAll(piledMarks, '$1')
    .trim();
  return shorten(line.replaceAll('](', '] (').replaceAll('$(', '$ ('), most);
}

/** A text from outside within a sentence: inert, short, and in quotes that nothing in it can close. */
export function quote(text: string, most = 60): string {
  return `"${inert(text, most).replaceAll(quotes, "'")}"`;
}

/** The same for a name or an id, which needs no quotes where it is nothing but letters, digits and a few signs. */
export function word(text: string, most = 60): string {
  return text.length <= most && /^[\w.:+${}-]+$/.test(text) ? text : quote(text, most);
}

/** The same for the host of an address as URL spells it. Of a long one the end is shown, which says whose it is. */
export function hostWord(host: string): string {
  const most = 80;
  const end = host.length <= most ? host : `…${host.slice(1 - most)}`;
  return /^…?(?:[a-z][a-z\d+.-]*:\/\/)?(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(end) ? end : quote(end, most);
}

/** Some names as a sentence lists them: the first few, and how many more there are. */
export function wordList(names: readonly string[], most = 10): string {
  const more = names.length - most;
  const parts = [...names.slice(0, most).map((name) => word(name)), ...(more > 0 ? [`${more} more`] : [])];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** Characters that nobody sees, or that change how others are shown: control, bidi and zero-width ones, lone surrogates. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * A text of a document as one short line that shows all there is in it: for messages, titles and outlines of the server, which
 * are shown as plain text; there, a line break, a character that turns the direction, or sheer length would make it look like
 * words of ours.
 * @param most UTF-16 units of what comes out; an ellipsis ends what was longer.
 */
export function plainText(text: string, most = 80): string {
  // No more is looked at than could be shown: a name may have the size of a file.
  const line = cut(text, most * 4)
    .replaceAll(/[\t-\r\u0085\p{Z}]+/gu, ' ')
    .replaceAll(unseen, '')
    .trim();
  return shorten(line, most);
}

/** So much is looked at, so that no text costs more than it shows. */
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  // A character of two units is not cut in half.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`.replace(/ …$/, '…');
}

// Text from outside (a file, a server, a redirect, a clipboard) is data: nothing in VS Code may take it for a link, an icon,
// a line of its own or a direction of writing.

/** White space and control characters: a run of them becomes one space, so that a text has one line. */
const gaps = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** What takes no room or turns the direction of what follows, and halves of characters. */
const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/** Marks pile up on one letter and cover the lines around it; no language needs as many. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * A text in one line that says what it says, and does nothing: VS Code reads `[words](command:…)` as a link in
 * messages, prompts and titles, and `$(name)` as an icon in most places. Without control, line-break, bidirectional and
 * zero-width characters. At most `most` characters, with an ellipsis where it was longer.
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

/** A short text from outside within a sentence: inert, and in quotes that nothing in it can close. */
export function quote(text: string, most = 60): string {
  return `"${inert(text.replaceAll('"', "'"), most)}"`;
}

/** So much is looked at, so that no text costs more than it shows. */
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

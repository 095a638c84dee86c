/**
 * What is not seen in a command, or does something in the terminal that it is pasted into: control characters (an ESC begins
 * a key, a DEL erases what stands before it, a tab completes), line ends, all that changes the direction or joins letters,
 * whatever else Unicode says need not be shown, and what is no character at all. A tab and line breaks are among them.
 */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const everyUnseen = new RegExp(unseen, 'gu');

/** The first of such characters, as Unicode names it, such as `U+007F`. Undefined where all can be seen. */
export function firstUnseen(text: string): string | undefined {
  const [character] = unseen.exec(text) ?? [];
  return character === undefined ? undefined : `U+${hex(character.codePointAt(0) ?? 0).toUpperCase()}`;
}

/**
 * The same JSON with nothing in it that is not seen but line feeds: its layout has spaces for tabs and one kind of line
 * break, and whatever else is not seen is escaped, as it can only stand in a string. Takes JSON, or a part of it.
 */
export function inPlainSight(json: string): string {
  const laidOut = json.replaceAll(/\r\n?/g, '\n').replaceAll('\t', '  ');
  return laidOut.replaceAll(everyUnseen, (character) =>
    character === '\n'
      ? character
      : character
          .split('')
          .map((unit) => `\\u${hex(unit.charCodeAt(0))}`)
          .join(''),
  );
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

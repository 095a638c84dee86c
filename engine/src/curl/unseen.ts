/**
 * Characters that are invisible in a command, or that do something in the terminal that it is pasted into: control characters
 * (an ESC begins a key, a DEL erases the character before it, a tab completes), line breaks, characters that change the text
 * direction or join letters, all others that Unicode allows not to be displayed, and code points that aren't characters.
 */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const everyUnseen = new RegExp(unseen, 'gu');

/** The code point of the first invisible character, such as `U+007F`. Undefined if all characters are visible. */
export function firstUnseen(text: string): string | undefined {
  const [character] = unseen.exec(text) ?? [];
  return character === undefined ? undefined : `U+${hex(character.codePointAt(0) ?? 0).toUpperCase()}`;
}

/**
 * Returns the same JSON without invisible characters except line feeds. Tabs become spaces, and every line break becomes a
 * line feed. Other invisible characters can only be in strings, so they are escaped. Accepts JSON, or a part of it.
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

/** Random texts that can be made again from a number. */

export type Random = (below: number) => number;

/** A small generator (mulberry32): the same seed gives the same numbers, on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * below);
  };
}

/** What typing, pasting and converting put into a text, and what breaks readers of text. */
export const insertions: readonly string[] = [
  ...Array.from('“”„‟«»″＂‘’‚‛‹›′＇`´"\''),
  ...Array.from('{}[]:,｛｝［］：，、'),
  ...Array.from('\u00a0\u200b\ufeff\u2028\u0085\u00ad–—−\u3000\t \\/*-.0eE+x'),
  ...['\r\n', '\n', '\r', '\0', '\u0007', '\ud83d', '\ude00', '\ud83d\ude00', 'e\u0301', '\\u12', '\\"', '\\\\'],
  ...['//', '/*', '*/', 'true', 'null', '1e999', '-', '<INSERT_KEY>', 'xxxx', '""', '“”', ': ', ', ', '{}', '[]'],
  ...['"element"', '"key"', '"configuration"', '"__proto__": ', '"constructor": {}', '"username"', '"$schema": "x"'],
];

const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
};

/** One of the texts with one to six random changes: pieces put in, taken out, replaced, repeated, moved. */
export function mutate(texts: readonly string[], random: Random): string {
  let text = pick(texts, random);
  for (let changes = 1 + random(6); changes > 0; changes--) {
    const at = random(text.length + 1);
    const end = Math.min(text.length, at + random(random(10) === 0 ? 200 : 4));
    const other = pick(texts, random);
    const start = random(other.length);
    switch (random(6)) {
      case 0:
        text = text.slice(0, at) + text.slice(end);
        break;
      case 1:
        text = text.slice(0, at) + pick(insertions, random) + text.slice(end);
        break;
      case 2:
        text = text.slice(0, at) + other.slice(start, start + random(120)) + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at) + text.slice(at, end).repeat(1 + random(4)) + text.slice(end);
        break;
      default:
        text = text.slice(0, at) + pick(insertions, random) + text.slice(at);
    }
  }
  return text;
}

/** What typing, pasting and converting put into a text, and what breaks readers of text. */
export const insertions: readonly string[] = [
  ...Array.from('“”„‟«»″＂‘’‚‛‹›′＇`´"\''),
  ...Array.from('{}[]:,｛｝［］：，、'),
  ...Array.from('\u00a0\u200b\ufeff\u2028\u0085\u00ad–—−\u3000\t \\/*-.0eE+x'),
  ...['\r\n', '\n', '\r', '\0', '\u0007', '\ud83d', '\ude00', '\ud83d\ude00', 'e\u0301', '\\u12', '\\"', '\\\\'],
  ...['//', '/*', '*/', 'true', 'null', '1e999', '-', '<INSERT_KEY>', 'xxxx', '""', '“”', ': ', ', ', '{}', '[]'],
  ...['"element"', '"key"', '"configuration"', '"__proto__": ', '"constructor": {}', '"username"', '"$schema": "x"'],
];

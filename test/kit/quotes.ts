/** A JSON string, quotes included. */
export const strings = /"((?:[^"\\]|\\.)*)"/g;

/** JSON with other marks for the quotes of every string. */
export const requote = (json: string, open: string, close: string): string =>
  json.replaceAll(strings, (_string, inside: string) => open + inside + close);

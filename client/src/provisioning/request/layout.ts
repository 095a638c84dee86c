/** A string, or white space between the parts of a text that is JSON. */
const stringOrSpace = /"[^"\\]*(?:\\.[^"\\]*)*"|\s+/g;

/**
 * A JSON text without the white space between its parts, and else as it is: names and values in their order and spelling,
 * those that are there twice included. Two texts that differ in their layout alone become the same.
 */
export function withoutLayout(json: string): string {
  return json.replaceAll(stringOrSpace, (part) => (part.startsWith('"') ? part : ''));
}

/** An escaped character, or a tab stop: alone, with a placeholder, or with choices, the first of which is captured. */
const special = /\\(.)|\$(?:\d+|\{\d+(?:}|:((?:\\.|[^\\}])*)}|\|((?:\\.|[^\\|,])*)(?:\\.|[^\\|])*\|}))/gs;
const escaped = /\\(.)/gs;

/**
 * The text that a snippet inserts before anything is filled in: placeholders, and the first one of choices. For clients
 * without snippet support. Supports what skeletons contain: tab stops, placeholders and choices, not nested.
 * @param snippet In the syntax of LSP and TextMate. Tabs at the start of a line become two spaces each.
 */
export function snippetText(snippet: string): string {
  return snippet
    .replaceAll(special, (_all, character?: string, placeholder?: string, choice?: string) => {
      return character ?? (placeholder ?? choice ?? '').replaceAll(escaped, '$1');
    })
    .replaceAll(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
}

/** An escaped character; a tab stop: alone, with a placeholder, with choices, of which the first is caught. */
const special = /\\(.)|\$(?:\d+|\{\d+(?:}|:((?:\\.|[^\\}])*)}|\|((?:\\.|[^\\|,])*)(?:\\.|[^\\|])*\|}))/gs;
const escaped = /\\(.)/gs;

/**
 * What an editor writes that inserts a snippet and fills nothing in: placeholders stay, of choices the first one does.
 * For clients without snippets. Reads what skeletons are made of: tab stops, placeholders and choices, not nested.
 * @param snippet In the syntax of LSP and TextMate. Tabs at the start of a line become two spaces each.
 */
export function snippetText(snippet: string): string {
  return snippet
    .replaceAll(special, (_all, character?: string, placeholder?: string, choice?: string) => {
      return character ?? (placeholder ?? choice ?? '').replaceAll(escaped, '$1');
    })
    .replaceAll(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
}

import { readFileSync } from 'node:fs';

/**
 * The settings that docs/editors.md has for an editor: the fenced block after its marker, word for word.
 * Throws an Error where there is no such block, or more than one.
 */
export function documentedSettings(editor: 'neovim' | 'emacs'): string {
  const text = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^<!-- test: (\w+) -->\n\n```\w+\n(.*?)^```$/gms)].filter(
    ([, name]) => name === editor,
  );
  const [, , settings] = blocks[0] ?? [];
  if (blocks.length !== 1 || !settings) throw new Error(`docs/editors.md has ${blocks.length} blocks for ${editor}.`);
  return settings;
}

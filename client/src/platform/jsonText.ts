/** A value in a JSON text, and where it stands. Offsets are UTF-16 units. */
export interface TextValue {
  /** Names and indices that lead to it, as far as they go down {@link deepest} levels; empty for the whole. */
  readonly path: readonly (string | number)[];
  /** Where its member's name begins; where the value itself begins if it is no member. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** A part of a text that another takes the place of. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is still open around the place that is read. */
interface Open {
  readonly value: { readonly path: TextValue['path']; readonly from: number; readonly start: number };
  /** Of the next item; undefined in an object. */
  index: number | undefined;
  name: { readonly text: string; readonly from: number } | undefined;
}

/** The server takes nothing that is deeper; a path that grew on would take the square of its time. */
const deepest = 200;
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The values of a text that is JSON, objects and lists included, in the order in which they end. Members of the same
 * name are all there: which of them counts is the reader's affair, and most take the last. A text of any depth is read.
 */
export function valuesOf(json: string): TextValue[] {
  const values: TextValue[] = [];
  const open: Open[] = [];
  for (const { 0: text, index: start } of json.matchAll(token)) {
    const end = start + text.length;
    const inside = open.at(-1);
    if (text === ':') continue;
    if (text === ',') {
      if (inside?.index === undefined) continue;
      inside.index += 1;
    } else if (text === '}' || text === ']') {
      const closed = open.pop();
      if (closed !== undefined) values.push({ ...closed.value, end });
    } else if (inside !== undefined && inside.index === undefined && inside.name === undefined) {
      inside.name = { text: unquote(text), from: start };
    } else {
      const last = inside?.index ?? inside?.name?.text;
      const above = inside?.value.path ?? [];
      const path = last === undefined || above.length === deepest ? above : [...above, last];
      const value = { path, from: inside?.name?.from ?? start, start };
      if (inside !== undefined) inside.name = undefined;
      if (text === '{' || text === '[') open.push({ value, index: text === '[' ? 0 : undefined, name: undefined });
      else values.push({ ...value, end });
    }
  }
  return values;
}

/** A text with edits made that do not overlap, in whatever order they come. All else stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const parts = ordered.map((edit, index) => `${text.slice(ordered[index - 1]?.end ?? 0, edit.start)}${edit.text}`);
  return [...parts, text.slice(ordered.at(-1)?.end ?? 0)].join('');
}

function unquote(quoted: string): string {
  return JSON.parse(quoted) as string;
}

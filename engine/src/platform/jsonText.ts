/** A value in a JSON text, and where it stands. Offsets are UTF-16 units. */
export interface PlacedValue<Place> {
  /** What {@link readValues} made of the names and indices that lead to it. */
  readonly place: Place;
  /** Where its member's name begins; where the value itself begins if it is no member. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** The same with its path. */
export interface TextValue extends Omit<PlacedValue<never>, 'place'> {
  /** Names and indices that lead to it, as far as they go down {@link deepest} levels; empty for the whole. */
  readonly path: readonly (string | number)[];
}

/** A part of a text, in UTF-16 units; the end is not part of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of a text that another takes the place of. */
export interface TextEdit extends Stretch {
  readonly text: string;
}

/** What is still open around the place that is read. */
interface Open<Place> {
  readonly value: Omit<PlacedValue<Place>, 'end'>;
  /** Of the next item; undefined in an object. */
  index: number | undefined;
  name: { readonly text: string; readonly from: number } | undefined;
}

/** The server takes nothing that is deeper; a path that grew on would take the square of its time. */
const deepest = 200;

/**
 * The values of a text that is JSON, objects and lists included, in the order in which they end. Members of the same
 * name are all there: which of them counts is the reader's affair, and most take the last. A text of any depth is read.
 */
export function valuesOf(json: string): TextValue[] {
  const further = (path: TextValue['path'], name: string | number) =>
    path.length === deepest ? path : [...path, name];
  return readValues(json, [], further).map(({ place, from, start, end }) => ({ path: place, from, start, end }));
}

/**
 * The same, with whatever the reader wants to know of a value's place: `root` is the place of the whole text, `below`
 * the one under a name or an index of an object or list. The work is linear in the text, whatever its depth.
 */
export function readValues<Place>(
  json: string,
  root: Place,
  below: (above: Place, name: string | number) => Place,
): PlacedValue<Place>[] {
  const values: PlacedValue<Place>[] = [];
  const open: Open<Place>[] = [];
  for (const { start, end } of stretchesOf(json)) {
    const first = json[start];
    const inside = open.at(-1);
    if (first === ':') continue;
    if (first === ',') {
      if (inside?.index === undefined) continue;
      inside.index += 1;
    } else if (first === '}' || first === ']') {
      const closed = open.pop();
      if (closed !== undefined) values.push({ ...closed.value, end });
    } else if (inside !== undefined && inside.index === undefined && inside.name === undefined) {
      inside.name = { text: unquote(json.slice(start, end)), from: start };
    } else {
      const last = inside?.index ?? inside?.name?.text;
      const place = inside === undefined || last === undefined ? root : below(inside.value.place, last);
      const value = { place, from: inside?.name?.from ?? start, start };
      if (inside !== undefined) inside.name = undefined;
      if (first === '{' || first === '[') open.push({ value, index: first === '[' ? 0 : undefined, name: undefined });
      else values.push({ ...value, end });
    }
  }
  return values;
}

/** The tokens of a text that is JSON, each as it is spelled: all of it but the white space between them. */
export function tokensOf(json: string): string[] {
  return Array.from(stretchesOf(json), ({ start, end }) => json.slice(start, end));
}

/** A text with edits made that do not overlap, in whatever order they come. All else stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const parts = ordered.map((edit, index) => `${text.slice(ordered[index - 1]?.end ?? 0, edit.start)}${edit.text}`);
  return [...parts, text.slice(ordered.at(-1)?.end ?? 0)].join('');
}

/** Where the tokens stand. */
function* stretchesOf(json: string): Generator<Stretch> {
  const token = /["{}[\],:]|[^\s{}[\],:"]+/g;
  for (let match = token.exec(json); match !== null; match = token.exec(json)) {
    const { index: start } = match;
    // By hand: a pattern for the whole string would run out of stack where a string has millions of escapes.
    if (match[0] === '"') token.lastIndex = stringEnd(json, start);
    yield { start, end: token.lastIndex };
  }
}

/** Where the string that begins at `start` ends: behind a quote like its first, or with the text. */
export function stringEnd(text: string, start: number): number {
  const mark = text[start] ?? '';
  for (let quote = text.indexOf(mark, start + 1); quote !== -1; quote = text.indexOf(mark, quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

function unquote(quoted: string): string {
  return JSON.parse(quoted) as string;
}

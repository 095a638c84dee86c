import { applyEdits, insertion, type TextEdit } from '../../../../common/src/json/edits';
import { childrenIn, propertiesIn, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';
import { rereadDocument, type RequestDocument } from './requestDocument';

/** Entries to add to a request, by name. */
export interface Additions {
  readonly configuration?: Readonly<Record<string, string>>;
  readonly providerData?: Readonly<Record<string, string>>;
}

/** Returns a request with entries added as by {@link additionEdits}. Its text is read again if anything changes. */
export function addEntries(request: RequestDocument, additions: Additions): RequestDocument {
  const edits = additionEdits(request, additions);
  return edits.length === 0 ? request : rereadDocument(request, applyEdits(request.text, edits));
}

/**
 * Returns the edits that set entries in `configuration` and `providerData` of a request: they replace the values of existing
 * entries, add missing ones, and create a missing object. The root of `json` must be an object. Everything else stays byte
 * for byte the same, including what a parser would lose: digits of long numbers, and duplicate properties. Of duplicates,
 * the last one is replaced.
 */
export function additionEdits(json: JsonText, { configuration = {}, providerData = {} }: Additions): TextEdit[] {
  const [root] = json.values;
  if (root === undefined) return [];
  const properties = propertiesIn(json, root);
  const missing: string[] = [];
  const edits = Object.entries({ configuration, providerData }).flatMap(([name, entries]) => {
    const added = Object.entries(entries);
    const object = properties.get(name);
    if (added.length === 0) return [];
    if (object !== undefined) return addTo(json, object, added);
    missing.push(spell(name, spellAll(added)));
    return [];
  });
  return missing.length === 0 ? edits : [...edits, addition(json, root, missing)];
}

function addTo(json: JsonText, object: JsonValue, added: readonly [string, string][]): TextEdit[] {
  if (object.type !== 'object') return [{ start: object.start, end: object.end, text: spellAll(added) }];
  const properties = propertiesIn(json, object);
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [key, value] of added) {
    const property = properties.get(key);
    if (property === undefined) missing.push(spell(key, JSON.stringify(value)));
    else edits.push({ start: property.start, end: property.end, text: JSON.stringify(value) });
  }
  return missing.length === 0 ? edits : [...edits, addition(json, object, missing)];
}

/** Adds properties at the end of an object, with the whitespace that precedes its last one. */
function addition(json: JsonText, object: JsonValue, properties: readonly string[]): TextEdit {
  const last = childrenIn(json, object).at(-1);
  if (last === undefined) return insertion(object.start + 1, properties.join(', '));
  const before = json.text.slice(object.start, last.name?.start);
  const gap = before.slice(before.trimEnd().length);
  return insertion(last.end, properties.map((property) => `,${gap}${property}`).join(''));
}

const spell = (name: string, value: string) => `${JSON.stringify(name)}: ${value}`;

function spellAll(entries: readonly [string, string][]): string {
  return `{ ${entries.map(([name, value]) => spell(name, JSON.stringify(value))).join(', ')} }`;
}

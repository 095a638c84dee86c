import { applyEdits, valuesOf, type TextEdit, type TextValue } from '../../platform/jsonText';

/** Entries to put into a request, by name. */
export interface Additions {
  readonly configuration?: Readonly<Record<string, string>>;
  readonly providerData?: Readonly<Record<string, string>>;
}

/**
 * Puts entries into `configuration` and `providerData` of a request: replaces the value of one that is there, adds one
 * that is not, and makes the object where there is none. `text` is a JSON object. All else stays byte for byte as it
 * is, also what a parser would lose: digits of long numbers, members that are there twice. Of those the last counts.
 */
export function compose(text: string, additions: Additions): string {
  const { configuration = {}, providerData = {} } = additions;
  return Object.entries({ configuration, providerData }).reduce(addTo, text);
}

/** A request without its `$schema`, which is for editors and not for the platform. All else stays as it is. */
export function withoutSchema(text: string): string {
  const members = membersAt(valuesOf(text), []);
  const isSchema = ({ path }: TextValue) => path[0] === '$schema';
  const lastKept = members.findLastIndex((member) => !isSchema(member));
  // What stands behind the last member that stays goes in one piece, with the comma before it.
  const edits = members.slice(0, Math.max(lastKept, 0)).flatMap((member, index): TextEdit[] => {
    return isSchema(member) ? [{ start: member.from, end: members[index + 1]?.from ?? member.end, text: '' }] : [];
  });
  const [first, last, kept] = [members[0], members.at(-1), members[lastKept]];
  if (first === undefined || last === undefined || last === kept) return applyEdits(text, edits);
  return applyEdits(text, [...edits, { start: kept?.end ?? first.from, end: last.end, text: '' }]);
}

function addTo(text: string, [name, entries]: [string, Readonly<Record<string, string>>]): string {
  const added = Object.entries(entries);
  if (added.length === 0) return text;
  const values = valuesOf(text);
  const object = membersAt(values, []).findLast(({ path }) => path[0] === name);
  const whole = values.at(-1);
  if (whole === undefined) return text;
  if (object === undefined) return applyEdits(text, [addition(text, values, whole, [spell(name, spellAll(added))])]);
  if (text[object.start] !== '{') {
    return applyEdits(text, [{ start: object.start, end: object.end, text: spellAll(added) }]);
  }
  const inside = membersAt(values, [name]).filter(({ start }) => start > object.start);
  // The last one of a name is the one that stays.
  const byName = new Map(inside.map((member) => [member.path[1], member]));
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [key, value] of added) {
    const member = byName.get(key);
    if (member === undefined) missing.push(spell(key, JSON.stringify(value)));
    else edits.push({ start: member.start, end: member.end, text: JSON.stringify(value) });
  }
  return applyEdits(text, missing.length === 0 ? edits : [...edits, addition(text, inside, object, missing)]);
}

/** Members of the object at a path, in order: of all objects there, where members have the same name. */
function membersAt(values: readonly TextValue[], path: readonly string[]): TextValue[] {
  return values.filter((value) => {
    return value.path.length === path.length + 1 && path.every((name, index) => value.path[index] === name);
  });
}

/** Adds members at the end of an object, laid out as its last one is. `inside` has the values in it. */
function addition(text: string, inside: readonly TextValue[], object: TextValue, members: string[]): TextEdit {
  const last = inside.findLast(({ path }) => path.length === object.path.length + 1);
  if (last === undefined) return { start: object.start + 1, end: object.start + 1, text: members.join(', ') };
  const before = text.slice(object.start, last.from);
  const gap = before.slice(before.trimEnd().length);
  return { start: last.end, end: last.end, text: members.map((member) => `,${gap}${member}`).join('') };
}

const spell = (name: string, value: string) => `${JSON.stringify(name)}: ${value}`;

function spellAll(entries: readonly [string, string][]): string {
  return `{ ${entries.map(([name, value]) => spell(name, JSON.stringify(value))).join(', ')} }`;
}

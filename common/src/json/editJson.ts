import { applyEdits, type TextEdit } from './edits';
import { firstFrom, type JsonText, type JsonValue } from './readJson';
import type { OffsetRange } from './tree';

/**
 * A JSON text with edits made, without being read again: what the edits have not touched has only moved. They do not overlap,
 * and each lies within one string or takes the place of one plain value, or takes whole members away with a comma of theirs.
 * A string stays one; a number may give way to what is none, such as a mask. The work is linear in the text, but for a look
 * among the edits at each token.
 */
export function editJson(json: JsonText, edits: readonly TextEdit[]): JsonText {
  if (edits.length === 0) return json;
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const text = applyEdits(json.text, ordered);
  let shift = 0;
  /** How far all after an edit has moved. */
  const shifts = [0];
  for (const { start, end, text: put } of ordered) {
    shift += put.length - (end - start);
    shifts.push(shift);
  }
  /** How many edits begin before an offset. */
  const before = (offset: number) => firstFrom(ordered, offset);
  const move = ({ start, end }: OffsetRange): OffsetRange => ({
    start: start + (shifts[before(start)] ?? 0),
    end: end + (shifts[before(end)] ?? 0),
  });
  const isGone = ({ start, end }: OffsetRange): boolean => {
    const edit = ordered[before(start + 1) - 1];
    return edit?.text === '' && edit.start <= start && end <= edit.end;
  };
  const known = new Map<JsonValue, JsonValue>();
  const values = json.values.flatMap((value): JsonValue[] => {
    if (isGone(value)) return [];
    const { parent, name, text: said } = value;
    const place = move(value);
    const isTouched = said !== undefined && before(value.end) > before(value.start);
    const edited: JsonValue = {
      ...value,
      ...place,
      ...(parent !== undefined && { parent: known.get(parent) ?? parent }),
      ...(name !== undefined && { name: move(name) }),
      ...(isTouched && { text: JSON.parse(text.slice(place.start, place.end)) as string }),
    };
    known.set(value, edited);
    return [edited];
  });
  return { text, tokens: json.tokens.filter((token) => !isGone(token)).map(move), values };
}

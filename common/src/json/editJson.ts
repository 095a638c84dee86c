import { applyEdits, type TextEdit } from './edits';
import { firstFrom, type JsonText, type JsonValue } from './readJson';
import type { OffsetRange } from './tree';

/**
 * Makes edits in a JSON text without reading it again: values outside the edits only move. Edits must not overlap, and each
 * must lie inside one string, replace one plain value, or remove complete properties with a comma. A string must stay a
 * string; a number may become something else, such as a mask. Takes linear time, times a binary search per token.
 */
export function editJson(json: JsonText, edits: readonly TextEdit[]): JsonText {
  if (edits.length === 0) return json;
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const text = applyEdits(json.text, ordered);
  let shift = 0;
  /** How far the text after each edit moves. */
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

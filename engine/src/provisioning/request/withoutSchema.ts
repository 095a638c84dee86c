import type { TextEdit } from '../../../../common/src/json/edits';
import { childrenIn, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';

/** The edits that leave out of a request its `$schema`, which is for editors and not for the platform. All else stays as it is. */
export function withoutSchema(json: JsonText): TextEdit[] {
  const properties = childrenIn(json, json.values[0]);
  const isSchema = ({ key }: JsonValue) => key === '$schema';
  const from = ({ name, start }: JsonValue) => name?.start ?? start;
  const lastKept = properties.findLastIndex((property) => !isSchema(property));
  // Everything after the last remaining property is removed in one piece, with the comma before it.
  const edits = properties.slice(0, Math.max(lastKept, 0)).flatMap((property, index): TextEdit[] => {
    const next = properties[index + 1];
    return isSchema(property)
      ? [{ start: from(property), end: next === undefined ? property.end : from(next), text: '' }]
      : [];
  });
  const [first, last, kept] = [properties[0], properties.at(-1), properties[lastKept]];
  if (first === undefined || last === undefined || last === kept) return edits;
  return [...edits, { start: kept?.end ?? from(first), end: last.end, text: '' }];
}

import type { TextEdit } from '../../../../common/src/json/edits';
import { childrenIn, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';

/** Returns the edits that remove `$schema` from a request, because it is for editors only. Everything else stays unchanged. */
export function withoutSchema(json: JsonText): TextEdit[] {
  const properties = childrenIn(json, json.values[0]);
  const isSchema = ({ key }: JsonValue) => key === '$schema';
  const from = ({ name, start }: JsonValue) => name?.start ?? start;
  const lastOther = properties.findLastIndex((property) => !isSchema(property));
  // Everything after the last remaining property is removed in one piece, with the comma before it.
  const edits = properties.slice(0, Math.max(lastOther, 0)).flatMap((property, index): TextEdit[] => {
    const next = properties[index + 1];
    return isSchema(property)
      ? [{ start: from(property), end: next === undefined ? property.end : from(next), text: '' }]
      : [];
  });
  const [first, last, other] = [properties[0], properties.at(-1), properties[lastOther]];
  if (first === undefined || last === undefined || last === other) return edits;
  return [...edits, { start: other?.end ?? from(first), end: last.end, text: '' }];
}

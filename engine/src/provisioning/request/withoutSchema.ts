import type { TextEdit } from '../../../../common/src/json/edits';
import { childrenIn, type JsonText, type JsonValue } from '../../../../common/src/json/readJson';

/** The edits that leave out of a request its `$schema`, which is for editors and not for the platform. All else stays as it is. */
export function withoutSchema(json: JsonText): TextEdit[] {
  const members = childrenIn(json, json.values[0]);
  const isSchema = ({ key }: JsonValue) => key === '$schema';
  const from = ({ name, start }: JsonValue) => name?.start ?? start;
  const lastKept = members.findLastIndex((member) => !isSchema(member));
  // Everything after the last remaining property is removed in one piece, with the comma before it.
  const edits = members.slice(0, Math.max(lastKept, 0)).flatMap((member, index): TextEdit[] => {
    const next = members[index + 1];
    return isSchema(member)
      ? [{ start: from(member), end: next === undefined ? member.end : from(next), text: '' }]
      : [];
  });
  const [first, last, kept] = [members[0], members.at(-1), members[lastKept]];
  if (first === undefined || last === undefined || last === kept) return edits;
  return [...edits, { start: kept?.end ?? from(first), end: last.end, text: '' }];
}

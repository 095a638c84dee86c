import { readJson, type JsonValue } from '../../../common/src/json/readJson';

/** A longer text isn't an ID: 2^63 has 19 digits. */
const digits = /^\d{1,40}$/;

/**
 * Reads the IDs of an answer as the platform wrote them: parsing a number beyond 2^53 would change its last digits. Returns
 * a function that needs the parsed value of `id` and, in an array, the index of the item. It returns the ID, or undefined if
 * that isn't a sequence of digits.
 */
export function idsOf(json: string): (id: unknown, index?: number) => string | undefined {
  let spelled: ReadonlyMap<string, string> | undefined;
  return (id, index) => {
    let text = typeof id === 'string' || Number.isSafeInteger(id) ? String(id) : undefined;
    if (text === undefined && typeof id === 'number') {
      spelled ??= spellings(json);
      text = spelled.get(JSON.stringify(index === undefined ? ['id'] : [index, 'id']));
    }
    return text !== undefined && digits.test(text) ? text : undefined;
  };
}

/** The source text of the IDs of an answer or of its items, by their paths. If `id` is repeated, the last one counts. */
function spellings(json: string): ReadonlyMap<string, string> {
  const values = readJson(json)?.values ?? [];
  const [root] = values;
  const pathTo = ({ parent, key }: JsonValue) => (parent === root ? [key] : [parent?.key, key]);
  const ids = values.filter(({ parent, key }) => key === 'id' && (parent === root || parent?.parent === root));
  return new Map(ids.map((id) => [JSON.stringify(pathTo(id)), json.slice(id.start, id.end)]));
}

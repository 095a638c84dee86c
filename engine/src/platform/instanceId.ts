import { readJson, type JsonValue } from '../../../common/src/json/readJson';

/** Longer ones are no ids: 2^63 has 19 digits. */
const digits = /^\d{1,40}$/;

/**
 * Reads the ids of an answer as they came: a number beyond 2^53 would lose its last digits by being read. Gives a function
 * that takes the value of `id` and, in a list, the index of its item. Undefined for what is no row of digits.
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

/** How the ids at the top of an answer, or of the items of a list, are written, by their paths. The last of a name counts. */
function spellings(json: string): ReadonlyMap<string, string> {
  const values = readJson(json)?.values ?? [];
  const [root] = values;
  const pathTo = ({ parent, key }: JsonValue) => (parent === root ? [key] : [parent?.key, key]);
  const ids = values.filter(({ parent, key }) => key === 'id' && (parent === root || parent?.parent === root));
  return new Map(ids.map((id) => [JSON.stringify(pathTo(id)), json.slice(id.start, id.end)]));
}

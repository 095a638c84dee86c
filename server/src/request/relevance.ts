import { distance } from 'fastest-levenshtein';
import type { RequestProperty } from '../catalog/requestProperties';
import { isJson, type ParsedRequest } from './request';

/** Relevance: whether a file that merely has our name is not a request. Decided once, when a document is opened. */

/** Files whose name says too little; `*.instance.json` was named by somebody who meant us. */
const genericName = /(?:^|[/\\])(?:create-)?instance\.json$/;

/** Properties that make a text a request, whatever else it holds. */
const tellingMembers = ['element', 'configuration', 'providerData'];

/** True for a file name that other tools use, too. */
export const hasGenericName = (uri: string): boolean => genericName.test(uri);

/**
 * True for a text that is no request to create an instance: it is JSON, and a list, or an object with none of the
 * telling properties nor anything within two edits of them, and at least one property that no request has.
 */
export function isNotInstanceRequest(
  { root, faults }: ParsedRequest,
  members: ReadonlyMap<string, RequestProperty>,
): boolean {
  if (!root || !isJson({ root, faults })) return false;
  if (root.type === 'array') return true;
  if (root.type !== 'object') return false;
  const names = root.properties.map(({ key }) => key.value);
  const isTelling = names.some((name) => tellingMembers.some((member) => distance(name, member) <= 2));
  return !isTelling && names.some((name) => !members.has(name));
}

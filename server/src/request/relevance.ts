import { distance } from 'fastest-levenshtein';
import type { RequestProperty } from '../catalog/requestProperties';
import { isJson, type ParsedRequest } from './request';

/** Relevance: whether a file with a name of ours isn't an instance request. Decided once, when a document is opened. */

/** File names that other tools use, too. `*.instance.json` is chosen only for instance requests. */
const genericName = /(?:^|[/\\])(?:create-)?instance\.json$/;

/** A text with one of these properties is a request, whatever else it contains. */
const telltaleProperties = ['element', 'configuration', 'providerData'];

/** True for a file name that other tools use, too, given its URI or path. */
export const hasGenericName = (uri: string): boolean => genericName.test(uri);

/**
 * True for valid JSON that isn't a request to create an instance: an array, or an object that has a property unknown to
 * requests, and none whose key is at most two edits away from a telltale one.
 */
export function isNotInstanceRequest(
  { root, faults }: ParsedRequest,
  requestProperties: ReadonlyMap<string, RequestProperty>,
): boolean {
  if (!root || !isJson({ root, faults })) return false;
  if (root.type === 'array') return true;
  if (root.type !== 'object') return false;
  const names = root.properties.map(({ key }) => key.value);
  const hasTelltale = names.some((name) => telltaleProperties.some((property) => distance(name, property) <= 2));
  return !hasTelltale && names.some((name) => !requestProperties.has(name));
}

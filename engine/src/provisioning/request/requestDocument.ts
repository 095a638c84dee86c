import { isObject, parseJson, stringMember } from '../../../../common/src/json/jsonValue';
import { pathSegment } from '../../platform/pathSegment';
import { withoutSchema } from './compose';

/** What is sent, and the parts of it that a flow talks about. */
export interface InstanceRequest {
  readonly body: string;
  readonly elementKey: string;
  /** Value of `name`, which the platform does not insist on. */
  readonly name?: string;
}

/** The reasons why a text cannot be sent at all. */
export type Unsendable =
  | 'not-json'
  | 'no-element'
  /** Its key would lead to another address than the one of an element. */
  | 'odd-element';

/**
 * Reads a document's text as the request it will be. The body is the text itself, byte for byte; only where it has
 * a `$schema`, which is for editors and not for the platform, that is left out.
 */
export function readRequest(text: string): InstanceRequest | Unsendable {
  const value = parseJson(text);
  if (!isObject(value)) return 'not-json';
  const elementKey = stringMember(value['element'], 'key');
  if (elementKey === undefined) return 'no-element';
  if (pathSegment(elementKey) === undefined) return 'odd-element';
  return {
    body: Object.hasOwn(value, '$schema') ? withoutSchema(text) : text,
    elementKey,
    name: stringMember(value, 'name'),
  };
}

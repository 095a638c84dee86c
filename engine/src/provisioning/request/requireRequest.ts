import * as messages from '../../messages';
import { Refusal } from '../../ui';
import { readRequest, type InstanceRequest } from './readRequest';

/** Reads a text as a request. Throws a `Refusal` that says why it is none. */
export function requireRequest(text: string): InstanceRequest {
  const request = readRequest(text);
  if (typeof request === 'string') throw new Refusal(messages.unsendable[request]);
  return request;
}

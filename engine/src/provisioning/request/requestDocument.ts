import { editJson } from '../../../../common/src/json/editJson';
import type { TextEdit } from '../../../../common/src/json/edits';
import { propertiesIn, readJson, type JsonText } from '../../../../common/src/json/readJson';
import * as messages from '../messages';
import { pathSegment } from '../../platform/pathSegment';
import type { Unsendable } from '../reasons';
import { UserFacingError } from '../../ui';
import { referringTexts, type ReferringText } from './referringTexts';
import { withoutSchema } from './withoutSchema';

/**
 * A request that can be sent. It is read once, and every flow uses it instead of the text. Edits return another one with the
 * same properties, without reading the text again.
 */
export interface RequestDocument extends JsonText {
  readonly elementKey: string;
  /** Value of `name`, which the platform does not require. */
  readonly name?: string;
  /** Its strings with references, in order. */
  readonly referring: readonly ReferringText[];
  /** The text of its file, with `$schema`, and without values of references and results of a sign-in. */
  readonly written: JsonText;
}

/**
 * Reads a document's text as a request, or returns why it cannot be sent. The request is the text itself, byte for byte,
 * except for `$schema`, which is for editors and is not sent to the platform.
 */
export function readDocument(text: string): RequestDocument | Unsendable {
  const written = readJson(text);
  if (written?.values[0]?.type !== 'object') return 'not-json';
  const request = documentOf(editJson(written, withoutSchema(written)), written);
  if (request.elementKey === '') return 'no-element';
  return pathSegment(request.elementKey) === undefined ? 'odd-element' : request;
}

/** Like {@link readDocument}, but throws a `UserFacingError` that explains why the text cannot be sent. */
export function requireDocument(text: string): RequestDocument {
  const request = readDocument(text);
  if (typeof request === 'string') throw new UserFacingError(messages.unsendable[request]);
  return request;
}

/** Returns a request with edits made, which `editJson` must accept. The text is not read again. */
export function editDocument(request: RequestDocument, edits: readonly TextEdit[]): RequestDocument {
  return edits.length === 0 ? request : documentOf(editJson(request, edits), request.written);
}

/** Returns a request with another text, which is read. Throws if it isn't valid JSON. */
export function rereadDocument({ written }: RequestDocument, text: string): RequestDocument {
  const json = readJson(text);
  if (json === undefined) throw new Error('The new text of a request is not valid JSON.');
  return documentOf(json, written);
}

/** The element key is an empty string if the request has none. */
function documentOf(json: JsonText, written: JsonText): RequestDocument {
  const properties = propertiesIn(json, json.values[0]);
  return {
    ...json,
    elementKey: propertiesIn(json, properties.get('element')).get('key')?.text ?? '',
    name: properties.get('name')?.text || undefined,
    referring: referringTexts(json),
    written,
  };
}

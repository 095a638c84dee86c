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
 * A request as it is sent, read once: what every flow takes in place of its text. What comes of it by edits is another one,
 * which knows as much.
 */
export interface RequestDocument extends JsonText {
  readonly elementKey: string;
  /** Value of `name`, which the platform does not insist on. */
  readonly name?: string;
  /** The texts in it that hold references, in order. */
  readonly referring: readonly ReferringText[];
  /** What its file has, `$schema` included, without values of references or anything that a sign-in brings. */
  readonly written: JsonText;
}

/**
 * Reads a document's text as the request it will be. That is the text itself, byte for byte; only where it has a `$schema`,
 * which is for editors and not for the platform, that is left out.
 */
export function readDocument(text: string): RequestDocument | Unsendable {
  const written = readJson(text);
  if (written?.values[0]?.type !== 'object') return 'not-json';
  const request = documentOf(editJson(written, withoutSchema(written)), written);
  if (request.elementKey === '') return 'no-element';
  return pathSegment(request.elementKey) === undefined ? 'odd-element' : request;
}

/** The same; throws a `UserFacingError` that says why a text is no request. */
export function requireDocument(text: string): RequestDocument {
  const request = readDocument(text);
  if (typeof request === 'string') throw new UserFacingError(messages.unsendable[request]);
  return request;
}

/** A request with edits made, as `editJson` takes them: nothing is read for it. */
export function editDocument(request: RequestDocument, edits: readonly TextEdit[]): RequestDocument {
  return edits.length === 0 ? request : documentOf(editJson(request, edits), request.written);
}

/** A request with another text, which is read. Throws where that is no JSON. */
export function rereadDocument({ written }: RequestDocument, text: string): RequestDocument {
  const json = readJson(text);
  if (json === undefined) throw new Error('What was made of a request is no JSON.');
  return documentOf(json, written);
}

/** Its element key is empty where it names none. */
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

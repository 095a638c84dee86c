import { applyEdits, type TextEdit } from '../../../../common/src/json/edits';
import type { OffsetRange } from '../../../../common/src/json/tree';
import { echoesOf, mask, maskerOf, merge, requestLiterals, secretsOfLiteral } from '../../masks';
import { referenceRanges, type Values } from './referringTexts';
import { editDocument, type RequestDocument } from './requestDocument';

/** A request as it is sent and as it may be shown. */
export interface BuiltBody {
  /** What is sent. */
  readonly body: RequestDocument;
  /** Its text with its secrets masked, and nothing else changed. */
  readonly shown: string;
  /** The parts of the body's text that are masked in `shown`, in order. */
  readonly masked: readonly OffsetRange[];
}

/**
 * Puts the values of references into a request, and says how it may be shown. Masked are those values; what is secret by
 * its place, as `requestLiterals` says; what is secret within a text: in JSON, and in an address; and every part of a text
 * in which one of these stands again, in any spelling, or a whole text where it is shorter than four characters. Of a text,
 * nothing is masked but that part. A secret that is but references without values hides nothing, and says so.
 *
 * Goes by the text and not by what it means, so that what is shown is what is sent, duplicate properties included.
 * The work is linear in the text and the values; nothing is read anew.
 */
export function buildBody(
  request: RequestDocument,
  values: Values,
  secretEntries: readonly string[] | undefined,
): BuiltBody {
  const edits = referenceEdits(request, values);
  const body = editDocument(request, edits);
  const filled = placesAfter(edits);
  const literals = requestLiterals(body, secretEntries);
  const secrets = literals.flatMap((literal) => secretsOfLiteral(literal));
  const isWritten = writtenIn(body, filled);

  const { isSecret, find } = maskerOf([...values.values(), ...secrets.flatMap(echoesOf)]);
  const echoes = literals
    .filter(({ place }) => place.isPlain !== true)
    .flatMap((literal): OffsetRange[] =>
      isSecret(literal.text) ? [literal] : find(literal.text).map((part) => literal.source(part)),
    );
  const masked = merge([...filled, ...[...secrets, ...echoes].filter(isWritten)]);
  return { body, shown: applyEdits(body.text, maskAll(masked)), masked };
}

/** The edits that mask parts of a text. */
export function maskAll(parts: readonly OffsetRange[]): TextEdit[] {
  return parts.map(({ start, end }) => ({ start, end, text: mask }));
}

/**
 * The edits that put in the values of references, whatever characters they have: the request stays JSON. All around them
 * stays as it is, and so does a reference that `values` does not have. What a value holds is not looked at again.
 */
function referenceEdits(request: RequestDocument, values: Values): TextEdit[] {
  return referenceRanges(request).flatMap(({ reference, start, end }) => {
    const value = values.get(reference.text);
    return value === undefined ? [] : [{ start, end, text: JSON.stringify(value).slice(1, -1) }];
  });
}

/** Where what edits put in stands afterwards. They come in order. */
function placesAfter(edits: readonly TextEdit[]): OffsetRange[] {
  let moved = 0;
  return edits.map(({ start, end, text }) => {
    const place = { start: start + moved, end: start + moved + text.length };
    moved += text.length - (end - start);
    return place;
  });
}

/** Tells of a part of a body whether it has more than what was filled in, and references to fill in. */
function writtenIn(body: RequestDocument, filled: readonly OffsetRange[]): (part: OffsetRange) => boolean {
  const { length } = body.text;
  const others = new Int32Array(length + 1);
  let index = 0;
  for (const { start, end } of merge([...filled, ...referenceRanges(body)])) {
    for (; index < start; index++) others[index + 1] = (others[index] ?? 0) + 1;
    for (; index < end; index++) others[index + 1] = others[index] ?? 0;
  }
  for (; index < length; index++) others[index + 1] = (others[index] ?? 0) + 1;
  return ({ start, end }) => others[start] !== others[end];
}

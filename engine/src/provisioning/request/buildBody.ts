import { applyEdits, type TextEdit } from '../../../../common/src/json/edits';
import type { OffsetRange } from '../../../../common/src/json/tree';
import { echoesOf, mask, maskerOf, merge, requestLiterals, secretsOfLiteral } from '../../masks';
import { referenceRanges, type Values } from './referringTexts';
import { editDocument, type RequestDocument } from './requestDocument';

/** A request as it is sent and as it may be shown. */
export interface BuiltBody {
  /** The request that is sent. */
  readonly body: RequestDocument;
  /** The text of `body` with its secrets masked, and nothing else changed. */
  readonly shown: string;
  /** The ranges of the text of `body` that are masked in `shown`, in order. */
  readonly masked: readonly OffsetRange[];
}

/**
 * Inserts the values of references into a request, and masks the following where it is shown:
 * - the inserted values;
 * - values that are secret because of the property that contains them, as `requestLiterals` decides;
 * - secrets inside a string, which may itself be JSON or an address;
 * - every part of a string or number that repeats one of these, in any spelling. A secret shorter than four characters is
 *   only recognized as an entire value.
 *
 * The rest of a string stays visible. A secret that consists only of references without values is not masked either, because
 * the references hide their values themselves.
 *
 * Works on the text instead of the parsed value, so that what is shown is what is sent, including duplicate properties.
 * Takes linear time in the text and the values; nothing is parsed again.
 */
export function buildBody(
  request: RequestDocument,
  values: Values,
  secretEntries: readonly string[] | undefined,
): BuiltBody {
  const edits = referenceEdits(request, values);
  const body = editDocument(request, edits);
  const inserted = rangesAfter(edits);
  const literals = requestLiterals(body, secretEntries);
  const secrets = literals.flatMap((literal) => secretsOfLiteral(literal));
  const isWritten = writtenIn(body, inserted);

  const { isSecret, find } = maskerOf([...values.values(), ...secrets.flatMap(echoesOf)]);
  const echoes = literals
    .filter(({ place }) => place.isPlain !== true)
    .flatMap((literal): OffsetRange[] =>
      isSecret(literal.text) ? [literal] : find(literal.text).map((part) => literal.source(part)),
    );
  const masked = merge([...inserted, ...[...secrets, ...echoes].filter(isWritten)]);
  return { body, shown: applyEdits(body.text, maskAll(masked)), masked };
}

/** Returns the edits that mask parts of a text. */
export function maskAll(parts: readonly OffsetRange[]): TextEdit[] {
  return parts.map(({ start, end }) => ({ start, end, text: mask }));
}

/**
 * Returns the edits that insert the values of references, escaped so that the request stays valid JSON. References that
 * `values` does not have stay unchanged. References inside a value are not resolved.
 */
function referenceEdits(request: RequestDocument, values: Values): TextEdit[] {
  return referenceRanges(request).flatMap(({ reference, start, end }) => {
    const value = values.get(reference.text);
    return value === undefined ? [] : [{ start, end, text: JSON.stringify(value).slice(1, -1) }];
  });
}

/** Returns the ranges of the inserted texts after all edits, which must be in order. */
function rangesAfter(edits: readonly TextEdit[]): OffsetRange[] {
  let moved = 0;
  return edits.map(({ start, end, text }) => {
    const range = { start: start + moved, end: start + moved + text.length };
    moved += text.length - (end - start);
    return range;
  });
}

/** Returns a function that checks whether a part of a body has more than inserted values and references. */
function writtenIn(body: RequestDocument, inserted: readonly OffsetRange[]): (part: OffsetRange) => boolean {
  const { length } = body.text;
  const others = new Int32Array(length + 1);
  let index = 0;
  for (const { start, end } of merge([...inserted, ...referenceRanges(body)])) {
    for (; index < start; index++) others[index + 1] = (others[index] ?? 0) + 1;
    for (; index < end; index++) others[index + 1] = others[index] ?? 0;
  }
  for (; index < length; index++) others[index + 1] = (others[index] ?? 0) + 1;
  return ({ start, end }) => others[start] !== others[end];
}

import { applyEdits, type Stretch, type TextEdit } from '../../platform/jsonText';
import { echoesOf, mask, maskerOf, merge, requestLiterals, secretsOfLiteral } from '../../masks';
import { fill, referringTexts, type Values } from './referringTexts';

/** The body of a request, as it is sent and as it may be shown. */
export interface BuiltBody {
  /** What is sent. */
  readonly body: string;
  /** The same with its secrets masked, and nothing else changed. */
  readonly shown: string;
  /** The edits that make `body` of `shown`. They hold the secrets. */
  readonly hidden: readonly TextEdit[];
}

/**
 * Puts the values of references into a request, and says how it may be shown. Masked are those values; what is secret by
 * its place, as `requestLiterals` says; what is secret within a text: in JSON, and in an address; and every part of a text
 * in which one of these stands again, in any spelling, or a whole text where it is shorter than four characters. Of a text,
 * nothing is masked but that part. A secret that is but references without values hides nothing, and says so.
 *
 * Reads the text and not what it means, so that what is shown is what is sent, members that are there twice included. The
 * work is linear in the text and the values.
 */
export function buildBody(json: string, values: Values, secretEntries: readonly string[] | undefined): BuiltBody {
  const { text: body, filled } = fill(json, values);
  const literals = requestLiterals(body, secretEntries);
  const secrets = literals.flatMap((literal) => secretsOfLiteral(literal));
  const isWritten = writtenIn(body, filled);

  const { isSecret, find } = maskerOf([...values.values(), ...secrets.flatMap(echoesOf)]);
  const echoes = literals
    .filter(({ place }) => place.isPlain !== true)
    .flatMap((literal): Stretch[] =>
      isSecret(literal.text) ? [literal] : find(literal.text).map((part) => literal.source(part)),
    );
  const parts = merge([...filled, ...[...secrets, ...echoes].filter(isWritten)]);
  const shown = applyEdits(
    body,
    parts.map(({ start, end }) => ({ start, end, text: mask })),
  );
  return { body, shown, hidden: undo(body, parts) };
}

/** Tells of a part of a text whether it has more than what was filled in, and references to fill in. */
function writtenIn(body: string, filled: readonly Stretch[]): (part: Stretch) => boolean {
  const references = referringTexts(body).flatMap(({ places }) => places);
  const others = new Int32Array(body.length + 1);
  let index = 0;
  for (const { start, end } of merge([...filled, ...references])) {
    for (; index < start; index++) others[index + 1] = (others[index] ?? 0) + 1;
    for (; index < end; index++) others[index + 1] = others[index] ?? 0;
  }
  for (; index < body.length; index++) others[index + 1] = (others[index] ?? 0) + 1;
  return ({ start, end }) => others[start] !== others[end];
}

/** The edits that make a text of the one in which parts of it are masked. */
function undo(body: string, parts: readonly Stretch[]): TextEdit[] {
  let moved = 0;
  return parts.map(({ start, end }) => {
    const edit = { start: start + moved, end: start + moved + mask.length, text: body.slice(start, end) };
    moved += mask.length - (end - start);
    return edit;
  });
}

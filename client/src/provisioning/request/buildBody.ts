import { applyEdits, valuesOf, type TextEdit, type TextValue } from '../../platform/jsonText';
import { isSecretName, isTelling, mask } from '../../platform/mask';
import { escape, fillReferences, referringTexts, type Values } from './references';

/** The body of a request, as it is sent and as it may be shown. */
export interface BuiltBody {
  /** What is sent. */
  readonly body: string;
  /** The same with its secrets masked, and nothing else changed. */
  readonly shown: string;
  /** The edits that make `body` of `shown`. They hold the secrets. */
  readonly hidden: readonly TextEdit[];
}

/** A part of the request as it is written that is sent as another text, or shown as another. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly sent: string;
  readonly shown: string;
}

/** What is shorter occurs by chance, and tells little. */
const tellingLength = 4;

/**
 * Puts the values of references into a request, and says how it may be shown. Masked are those values, all of
 * `providerData`, the configuration entries that `secretEntries` names, whatever has a secret name, and a text that is
 * the same as one of these. Without `secretEntries` nothing is known of the element, and every entry counts. Reads the
 * text and not what it means, so that what is shown is what is sent, members that are there twice included.
 */
export function buildBody(json: string, values: Values, secretEntries: readonly string[] | undefined): BuiltBody {
  const referring = new Map(referringTexts(json).map((text) => [text.start, text]));
  const literals = valuesOf(json).filter(({ start }) => /["\d-]/.test(json[start] ?? ''));
  const isSecret = ({ path }: TextValue) => isSecretPlace(path, secretEntries);
  const written = new Set(literals.filter(isSecret).map((value) => textOf(json, value)));
  const known = [...values.values()].filter((value) => value.length >= tellingLength);
  const repeats = (value: TextValue) => {
    const text = textOf(json, value);
    return (
      (text.length >= tellingLength && isTelling(text) && written.has(text)) ||
      known.some((secret) => text.includes(secret))
    );
  };

  const parts = literals.flatMap((literal): Part[] => {
    const places = referring.get(literal.start)?.places ?? [];
    const inset = json[literal.start] === '"' ? 1 : 0;
    const [start, end] = [literal.start + inset, literal.end - inset];
    // References that have no value say so, and hide nothing.
    const isWritten = places.reduce((length, place) => length - (place.end - place.start), end - start) > 0;
    if (isWritten && !namesElement(literal.path) && (isSecret(literal) || repeats(literal))) {
      const filled = fillReferences(json.slice(literal.start, literal.end), values);
      return [{ start, end, sent: filled.slice(inset, filled.length - inset), shown: mask }];
    }
    return places.flatMap((place): Part[] => {
      const value = values.get(place.reference);
      return value === undefined ? [] : [{ ...place, sent: escape(value), shown: mask }];
    });
  });
  const as = (spelling: 'sent' | 'shown') =>
    applyEdits(
      json,
      parts.map((part) => ({ start: part.start, end: part.end, text: part[spelling] })),
    );
  return { body: as('sent'), shown: as('shown'), hidden: undo(parts) };
}

/** The edits that make what is sent of what is shown. */
function undo(parts: readonly Part[]): TextEdit[] {
  let moved = 0;
  return parts.map(({ start, end, sent, shown }) => {
    const edit = { start: start + moved, end: start + moved + shown.length, text: sent };
    moved += shown.length - (end - start);
    return edit;
  });
}

function isSecretPlace(path: TextValue['path'], secretEntries: readonly string[] | undefined): boolean {
  const [member, entry] = path;
  const isEntry = member === 'configuration' && typeof entry === 'string';
  return (
    member === 'providerData' ||
    (isEntry && secretEntries?.includes(entry) !== false) ||
    path.some((name) => typeof name === 'string' && isSecretName(name))
  );
}

/** The key of the element is its name, though that of its member sounds secret. */
function namesElement([member, name]: TextValue['path']): boolean {
  return member === 'element' && name === 'key';
}

/** What a literal says, not as JSON spells it. */
function textOf(json: string, { start, end }: TextValue): string {
  return String(JSON.parse(json.slice(start, end)));
}

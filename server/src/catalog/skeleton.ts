import type { Element } from './element';
import type { Entry } from './entries';
import type { AuthMethod } from './schemaTypes';

export interface SkeletonOptions {
  /** The authentication method of the request; by default, the first one of the element. */
  readonly authMethod?: AuthMethod;
  /**
   * One level of indentation: a tab in snippets, which editors replace with their own, and two spaces in plain text.
   */
  readonly indent?: string;
}

/** A value to fill in: its initial text, and the values to choose from. */
interface TabStop {
  readonly text: string;
  readonly choices?: readonly string[];
}

/** A piece of JSON: literal text, or a value to fill in. */
type Piece = string | TabStop;

/** JSON text of a string, without its quotes. */
const inQuotes = (text: string): string => JSON.stringify(text).slice(1, -1);

const withFirst = (choices: readonly string[], preferred: unknown): readonly string[] =>
  [...choices].sort((a, b) => Number(b === String(preferred)) - Number(a === String(preferred)));

/** A value begins with the default of its entry, never with an example, which is somebody else's value. */
function valuePieces(entry: Entry): readonly Piece[] {
  const text = typeof entry.default === 'string' || typeof entry.default === 'number' ? String(entry.default) : '';
  switch (entry.type) {
    case 'boolean': {
      const choices = withFirst(['true', 'false'], entry.default);
      return [{ text: choices[0] ?? 'true', choices }];
    }
    case 'enum': {
      const choices = withFirst(entry.enum ?? [], entry.default).map(inQuotes);
      return ['"', { text: choices[0] ?? '', choices }, '"'];
    }
    case 'json':
      return ['{', { text: '' }, '}'];
    default:
      return ['"', { text: inQuotes(text) }, '"'];
  }
}

const entryPieces = (entry: Entry): readonly Piece[] => [`${JSON.stringify(entry.key)}: `, ...valuePieces(entry)];

/** The entry for an authentication method: its selector has the value of the method, and is not to be filled in. */
const piecesFor = ({ selector }: AuthMethod, entry: Entry): readonly Piece[] =>
  entry.key === selector?.entry
    ? [`${JSON.stringify(entry.key)}: ${JSON.stringify(selector.value)}`]
    : entryPieces(entry);

/** Keys of the entries of a new request. */
function initialKeys({ selector, required, skeleton = required }: AuthMethod): readonly string[] {
  return selector && !skeleton.includes(selector.entry) ? [selector.entry, ...skeleton] : skeleton;
}

/**
 * The value of `configuration`.
 * @param margin Indentation of the line that it begins on.
 */
function configurationPieces(
  element: Element,
  authMethod: AuthMethod,
  margin: string,
  indent: string,
): readonly Piece[] {
  const entries = initialKeys(authMethod)
    .flatMap((key) => element.entries.get(key) ?? [])
    .map((entry) => piecesFor(authMethod, entry));
  const lines = entries.flatMap((pieces, index) => [
    `\n${margin}${indent}`,
    ...pieces,
    index < entries.length - 1 ? ',' : `\n${margin}`,
  ]);
  return ['{', ...lines, '}'];
}

function requestPieces(element: Element, authMethod: AuthMethod, indent: string): readonly Piece[] {
  return [
    `{\n${indent}"element": {\n${indent}${indent}"key": ${JSON.stringify(element.key)}\n${indent}},`,
    `\n${indent}"configuration": `,
    ...configurationPieces(element, authMethod, indent, indent),
    authMethod.externalAuthentication
      ? `,\n${indent}"externalAuthentication": "${authMethod.externalAuthentication}"`
      : '',
    `,\n${indent}"tags": [`,
    { text: '' },
    `],\n${indent}"name": "`,
    { text: inQuotes(element.name) },
    '"\n}',
  ];
}

const escapeText = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');
const escapeChoice = (text: string): string => text.replaceAll(/[\\,|]/g, '\\$&');

/** Braces of the JSON aren't escaped: outside of placeholders that isn't necessary, and people read snippets. */
function toSnippet(pieces: readonly Piece[]): string {
  let tabStops = 0;
  const parts = pieces.map((piece) => {
    if (typeof piece === 'string') return piece.replaceAll(/[\\$]/g, '\\$&');
    tabStops += 1;
    if (piece.choices && piece.choices.length > 0)
      return `\${${tabStops}|${piece.choices.map(escapeChoice).join(',')}|}`;
    return piece.text === '' ? `$${tabStops}` : `\${${tabStops}:${escapeText(piece.text)}}`;
  });
  return parts.join('');
}

const toText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/**
 * A complete request to create an instance of an element, as the body of a snippet (LSP and TextMate syntax): required
 * entries, tags and name. It is valid JSON even if nothing is filled in. It has no `providerData`, because that comes
 * from the sign-in on the provider's page.
 */
export function skeletonSnippet(element: Element, options: SkeletonOptions = {}): string {
  return toSnippet(requestPieces(element, options.authMethod ?? element.authMethods[0], options.indent ?? '\t'));
}

/** `"key": value` of an entry as a snippet. */
export function entrySnippet(entry: Entry): string {
  return toSnippet(entryPieces(entry));
}

/** `"key": value` of an entry as text. Its value is its default, the value of the selector, or empty. */
export function entryText(entry: Entry, authMethod?: AuthMethod): string {
  return toText(authMethod ? piecesFor(authMethod, entry) : entryPieces(entry));
}

/** The value of `configuration` with the entries of the first authentication method, as a snippet. */
export function configurationSnippet(element: Element): string {
  return toSnippet(configurationPieces(element, element.authMethods[0], '', '\t'));
}

/** The same value as text. */
export function configurationText(element: Element): string {
  return toText(configurationPieces(element, element.authMethods[0], '', '  '));
}

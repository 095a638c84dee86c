import type { Element } from './element';
import type { Entry } from './entries';
import type { AuthMethod } from './schemaTypes';

export interface SkeletonOptions {
  /** The authentication method to write; the one to begin with when left out. */
  readonly authMethod?: AuthMethod;
  /** One level of indentation. A snippet takes a tab, which editors turn into their own; plain text two spaces. */
  readonly indent?: string;
}

/** One value to fill in: what stands there at first, and what may be chosen. */
interface Stop {
  readonly text: string;
  readonly choices?: readonly string[];
}

/** A piece of JSON: text as it is, or a value to fill in. */
type Piece = string | Stop;

/** JSON text of a string, without its quotes. */
const inQuotes = (text: string): string => JSON.stringify(text).slice(1, -1);

const first = (choices: readonly string[], chosen: unknown): readonly string[] =>
  [...choices].sort((a, b) => Number(b === String(chosen)) - Number(a === String(chosen)));

/** An example is someone else's value: only a default is worth standing in a new file. */
function valuePieces(entry: Entry): readonly Piece[] {
  const text = typeof entry.default === 'string' || typeof entry.default === 'number' ? String(entry.default) : '';
  switch (entry.type) {
    case 'boolean': {
      const choices = first(['true', 'false'], entry.default);
      return [{ text: choices[0] ?? 'true', choices }];
    }
    case 'enum': {
      const choices = first(entry.enum ?? [], entry.default).map(inQuotes);
      return ['"', { text: choices[0] ?? '', choices }, '"'];
    }
    case 'json':
      return ['{', { text: '' }, '}'];
    default:
      return ['"', { text: inQuotes(text) }, '"'];
  }
}

const entryPieces = (entry: Entry): readonly Piece[] => [`${JSON.stringify(entry.key)}: `, ...valuePieces(entry)];

/** The entry as this method has it: the selector is no question any more. */
const piecesFor = ({ selector }: AuthMethod, entry: Entry): readonly Piece[] =>
  entry.key === selector?.entry
    ? [`${JSON.stringify(entry.key)}: ${JSON.stringify(selector.value)}`]
    : entryPieces(entry);

/** Keys of the entries that a new request begins with. */
function beginning({ selector, required, skeleton = required }: AuthMethod): readonly string[] {
  return selector && !skeleton.includes(selector.entry) ? [selector.entry, ...skeleton] : skeleton;
}

/** The object of these entries, to stand after `"configuration": ` at this indentation. */
function configurationPieces(
  element: Element,
  authMethod: AuthMethod,
  margin: string,
  indent: string,
): readonly Piece[] {
  const entries = beginning(authMethod)
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

/** Structural braces stay as they are: outside a placeholder they mean themselves, and people read snippets. */
function toSnippet(pieces: readonly Piece[]): string {
  let stops = 0;
  const parts = pieces.map((piece) => {
    if (typeof piece === 'string') return piece.replaceAll(/[\\$]/g, '\\$&');
    stops += 1;
    if (piece.choices && piece.choices.length > 0) return `\${${stops}|${piece.choices.map(escapeChoice).join(',')}|}`;
    return piece.text === '' ? `$${stops}` : `\${${stops}:${escapeText(piece.text)}}`;
  });
  return parts.join('');
}

const toText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/**
 * A whole request to create an instance of this element, as the body of a snippet (LSP and TextMate syntax): required
 * entries, tags and name. Plain insertion with nothing filled in is valid JSON. `providerData` is not part of it:
 * what it holds comes from signing in at the provider.
 */
export function skeletonSnippet(element: Element, options: SkeletonOptions = {}): string {
  return toSnippet(requestPieces(element, options.authMethod ?? element.authMethods[0], options.indent ?? '\t'));
}

/** `"key": value` of one entry as a snippet. */
export function entrySnippet(entry: Entry): string {
  return toSnippet(entryPieces(entry));
}

/** `"key": value` of one entry as text, with nothing filled in but its default, and the selector given. */
export function entryText(entry: Entry, authMethod?: AuthMethod): string {
  return toText(authMethod ? piecesFor(authMethod, entry) : entryPieces(entry));
}

/** The value of `configuration` with the entries of the method to begin with, as a snippet. */
export function configurationSnippet(element: Element): string {
  return toSnippet(configurationPieces(element, element.authMethods[0], '', '\t'));
}

/** The same value as text. */
export function configurationText(element: Element): string {
  return toText(configurationPieces(element, element.authMethods[0], '', '  '));
}

import { getLanguageService, TextDocument, type ASTNode, type JSONDocument } from 'vscode-json-languageservice';
import { exceededLimit, maximumLength, type LimitExceeded } from './limits';
import { mend, type Repair } from './mend';

/**
 * Text to tree. The only place that talks to the JSON service's parser; it never throws, and broken text gives a
 * partial tree and says so.
 */

export type { ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode } from 'vscode-json-languageservice';

/** What the parser stumbled over. Offsets are UTF-16 units. */
export interface SyntaxFault {
  readonly kind: SyntaxFaultKind;
  readonly start: number;
  readonly end: number;
}

export type SyntaxFaultKind =
  | 'comma-expected'
  | 'trailing-comma'
  | 'duplicate-key'
  | 'comment'
  | 'colon-expected'
  | 'value-expected'
  | 'property-expected'
  | 'key-not-quoted'
  | 'unclosed-string'
  | 'unclosed-object'
  | 'unclosed-array'
  | 'bad-escape'
  | 'control-character'
  | 'text-after-end'
  | 'unexpected';

export interface ParsedRequest {
  readonly text: string;
  /** As long as `text`, with look-alike characters replaced; what all other fields were made from. */
  readonly mended: string;
  readonly repairs: readonly Repair[];
  readonly limit?: LimitExceeded;
  readonly root?: ASTNode;
  /** For the JSON service's own features; shares its tree with `root`. */
  readonly json?: JSONDocument;
  /** In the order of the text. */
  readonly faults: readonly SyntaxFault[];
  /** Plain value of the tree, as far as it goes. Objects have no prototype. */
  readonly value: unknown;
}

const service = getLanguageService({});

/** Parses a document, mending look-alike characters first. Never throws. */
export function parseRequest(text: string): ParsedRequest {
  const { text: mended, repairs } = text.length > maximumLength ? { text, repairs: [] } : mend(text);
  const limit = exceededLimit(mended);
  if (limit) return { text, mended, repairs, limit, faults: [], value: undefined };
  const document = TextDocument.create('request:', 'json', 0, mended);
  const json = service.parseJSONDocument(document) as JSONDocument & ServiceFaults;
  const root = (json as { root?: ASTNode }).root;
  const faults = [
    ...json.syntaxErrors
      .filter(({ code }) => code !== unclosedComment)
      .map((fault) => ({
        kind: serviceFaults.get(fault.code) ?? 'unexpected',
        start: document.offsetAt(fault.range.start),
        end: document.offsetAt(fault.range.end),
      })),
    ...(json.comments ?? []).map((range) => ({
      kind: 'comment' as const,
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    })),
  ].sort((a, b) => a.start - b.start);
  return { text, mended, repairs, root, json, faults, value: root && toValue(root) };
}

/** What the service's parser keeps and its published type leaves out; a test holds it to this shape. */
interface ServiceFaults {
  readonly syntaxErrors: readonly { readonly code: number; readonly range: ServiceRange }[];
  readonly comments?: readonly ServiceRange[];
}

interface ServicePosition {
  readonly line: number;
  readonly character: number;
}

interface ServiceRange {
  readonly start: ServicePosition;
  readonly end: ServicePosition;
}

/** An unclosed comment is among the comments, too. */
const unclosedComment = 0x101;

/** The service's `ErrorCode` (jsonLanguageTypes) by number; what is missing here is 'unexpected'. */
const serviceFaults = new Map<number, SyntaxFaultKind>([
  [0x102, 'unclosed-string'],
  [0x104, 'bad-escape'],
  [0x105, 'bad-escape'],
  [0x106, 'control-character'],
  [0x201, 'property-expected'],
  [0x202, 'comma-expected'],
  [0x203, 'colon-expected'],
  [0x204, 'value-expected'],
  [0x205, 'unclosed-array'],
  [0x206, 'unclosed-object'],
  [0x207, 'trailing-comma'],
  [0x208, 'duplicate-key'],
  [0x210, 'key-not-quoted'],
]);

function toValue(node: ASTNode): unknown {
  switch (node.type) {
    case 'object': {
      // No prototype: a member named "constructor" is missing unless it is there.
      const object = Object.create(null) as Record<string, unknown>;
      for (const { keyNode, valueNode } of node.properties) object[keyNode.value] = valueNode && toValue(valueNode);
      return object;
    }
    case 'array':
      return node.items.map(toValue);
    case 'null':
      return null;
    case 'property':
      return undefined;
    default:
      return node.value;
  }
}

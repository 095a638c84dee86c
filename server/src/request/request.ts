import { repairsOf, type SyntaxFault, type Repair } from '../../../common/src/json/faults';
import { repairText } from '../../../common/src/json/repairText';
import { parse, type ParseBarrier } from '../../../common/src/json/parser';
import type { Edit } from '../../../common/src/json/reuse';
import type { ValueNode } from '../../../common/src/json/tree';

/** A parsed request. What is expensive is computed once, on first access. Never throws. */
export interface ParsedRequest {
  readonly text: string;
  /** Absent where the text is empty, beyond the limits, or nothing like JSON. */
  readonly root?: ValueNode;
  /** Syntax errors and duplicate keys, in the order of the text. */
  readonly faults: readonly SyntaxFault[];
  readonly barrier?: ParseBarrier;
  /** True for a text that is too long or too deep to be parsed: nothing else is known of it. */
  readonly beyondLimits: boolean;
  /** As long as `text`, with look-alike characters replaced one for one. */
  readonly repaired: string;
  readonly repairs: readonly Repair[];
}

/**
 * Parses a request.
 * @param before The request before an edit, and the edit: unchanged parts are reused.
 */
export function parseRequest(
  text: string,
  before?: { readonly syntax: ParsedRequest; readonly edit: Edit },
): ParsedRequest {
  const { root, faults, barrier } = parse(text, before);
  let repairs: readonly Repair[] | undefined;
  let repaired: string | undefined;
  return {
    text,
    ...(root ? { root } : {}),
    faults,
    ...(barrier ? { barrier } : {}),
    beyondLimits: faults[0]?.code === 'too-long' || faults[0]?.code === 'too-deep',
    get repairs() {
      repairs ??= faults.length === 0 ? [] : repairsOf(faults);
      return repairs;
    },
    get repaired() {
      repaired ??= repairText(text, this.repairs);
      return repaired;
    },
  };
}

/** True where a text is valid JSON, which may have duplicate keys. */
export const isJson = ({ root, faults }: Pick<ParsedRequest, 'root' | 'faults'>): boolean =>
  root !== undefined && faults.every(({ code }) => code === 'duplicate-key');

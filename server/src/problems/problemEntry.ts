import type { Severity } from '../../../common/src/protocol/checking';
import type { OffsetRange } from '../../../common/src/json/tree';
import type { Catalog } from '../catalog/catalog';
import type { ParsedRequest } from '../request/request';
import type { Fix } from './fixEdits';

/** A problem as its entry gets it: its data, and where it stands. */
type Found<Detail> = Detail & { readonly range: OffsetRange };

/** All that is said and done about the problems of one code. The code's section in docs/problems.md is held against it. */
export interface ProblemEntry<Detail> {
  /** How much it matters: an error is known to fail, a warning most likely does, a hint is worth a look. */
  readonly severity: Severity;
  /** The same of a single problem, where what can only be guessed matters less than what is known. */
  readonly severityOf?: (problem: Found<Detail>) => Severity;
  /**
   * Set where fix-all takes the preferred fix: one that changes nothing but how the text is written, and takes nothing from
   * it that a person may want.
   */
  readonly fixAll?: true | ((problem: Found<Detail>) => boolean);
  /** What is wrong, and what to do, in one or two sentences, on one line. Texts of the document come fit for a sentence. */
  readonly message: (problem: Found<Detail>) => string;
  /** The fixes, the best first; none where nobody but the user can know. */
  readonly fixes?: (problem: Found<Detail>, parsed: ParsedRequest, catalog: Catalog) => Fix[];
  /** What the fix in a cURL command is called: its edits are made by the finder, which knows the command. */
  readonly commandTitle?: (problem: Found<Detail>) => string;
}

/** The members of a union that have a code, be it one of several. */
export type WithCode<Detail extends { readonly code: string }, Code extends string> = Detail extends unknown
  ? Code extends Detail['code']
    ? Detail
    : never
  : never;

/** One entry for each code of a union, and none beside. */
export type ProblemEntries<Detail extends { readonly code: string }> = {
  readonly [Code in Detail['code']]: ProblemEntry<WithCode<Detail, Code>>;
};

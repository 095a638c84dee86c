import type { Severity } from '../../../common/src/protocol/checking';
import type { OffsetRange } from '../../../common/src/json/tree';
import type { Catalog } from '../catalog/catalog';
import type { ParsedRequest } from '../request/request';
import type { Fix } from './fixEdits';

/** A problem as the functions of its entry get it: its data and its range. */
type Found<Detail> = Detail & { readonly range: OffsetRange };

/** Everything that the problems of one code have in common. The code's section in docs/problems.md is generated from it. */
export interface ProblemEntry<Detail> {
  /** What the problem is, in one English sentence, for docs/problems.md and for the settings in the manifest. */
  readonly title: string;
  /** An error is known to fail, a warning most likely fails, a hint may be just what the user intends. */
  readonly severity: Severity;
  /** The severity of some problems of the code, where these are less certain or matter less. */
  readonly exception?: SeverityException<Detail>;
  /**
   * Set where fix-all applies the preferred fix: one that changes only how the text is written, and removes nothing that a
   * user may want to keep.
   */
  readonly fixAll?: true | ((problem: Found<Detail>) => boolean);
  /** The fault, then what to do: one or two sentences on one line. Strings of the document are safe to show. */
  readonly message: (problem: Found<Detail>) => string;
  /** The fixes, the best one first; none where only the user can know the fix. */
  readonly fixes?: (problem: Found<Detail>, parsed: ParsedRequest, catalog: Catalog) => Fix[];
  /** The title of the fix in a cURL command, where the finder makes the edits: it knows the command. */
  readonly commandTitle?: (problem: Found<Detail>) => string;
}

interface SeverityException<Detail> {
  readonly severity: Severity;
  /** The case in English, for docs/problems.md: it follows "if". */
  readonly condition: string;
  readonly applies: (problem: Found<Detail>) => boolean;
}

/** The part of a union that has a code, even as one of several codes. */
export type WithCode<Detail extends { readonly code: string }, Code extends string> = Detail extends unknown
  ? Code extends Detail['code']
    ? Detail
    : never
  : never;

/** Exactly one entry for each code of a union. */
export type ProblemEntries<Detail extends { readonly code: string }> = {
  readonly [Code in Detail['code']]: ProblemEntry<WithCode<Detail, Code>>;
};

import type { OffsetRange } from '../../../common/src/json/tree';
import { curlProblems, type CurlProblemDetail } from './curlProblems';
import { jsonProblems, type JsonProblemDetail } from './jsonProblems';
import type { ProblemEntries, ProblemEntry, WithCode } from './problemEntry';
import { requestProblems, type RequestProblemDetail } from './requestProblems';
import { valueProblems, type ValueProblemDetail } from './valueProblems';

/**
 * A problem of a document, with everything that its message and its fixes need; offsets, nothing of LSP. It contains no
 * value of the document except placeholders, hosts and names of variables: any other value may be a secret.
 */
export type Problem = { readonly range: OffsetRange } & ProblemDetail;

export type ProblemDetail = JsonProblemDetail | RequestProblemDetail | ValueProblemDetail | CurlProblemDetail;

export type ProblemCode = ProblemDetail['code'];

/** Problems of one code. */
export type ProblemOf<Code extends ProblemCode> = WithCode<Problem, Code>;

/** Every problem by its code. The settings and docs/problems.md are generated from this. */
export const problemEntries: ProblemEntries<ProblemDetail> = {
  ...jsonProblems,
  ...requestProblems,
  ...valueProblems,
  ...curlProblems,
};

/** The entry of a problem's code. */
export const entryOf = ({ code }: Problem): ProblemEntry<ProblemDetail> =>
  problemEntries[code] as ProblemEntry<ProblemDetail>;

import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { message, moreProblems } from '../problems/problemText';
import type { Problem } from '../problems/problems';
import { severityOf, type SeverityOverrides } from '../problems/severities';
import { problemSource } from '../../../common/src/protocol/documents';
import type { Severity } from '../../../common/src/protocol/checking';
import { toRange, type ServedDocument } from '../documents/servedDocument';

/** The document that explains each code. */
const explanations = 'https://github.com/cloud-elements-instances/cloud-elements-instances/blob/main/docs/problems.md';

/** More problems than this are of no use at once. The others appear when these are fixed. */
const maximumDiagnostics = 100;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem that the editor shows, and its severity there. */
export interface ShownProblem {
  readonly problem: Problem;
  readonly severity: Severity;
}

/** The problems of a document that the overrides don't turn off, in the order of the text. */
export function shownProblems(
  document: ServedDocument,
  catalog: Catalog,
  overrides: SeverityOverrides,
): ShownProblem[] {
  const shown: ShownProblem[] = [];
  for (const problem of document.problems(catalog)) {
    const severity = severityOf(problem, overrides);
    if (severity !== 'off') shown.push({ problem, severity });
  }
  return shown;
}

/** How a client wants its diagnostics. */
export interface DiagnosticOptions {
  readonly overrides?: SeverityOverrides;
  /** True where the client links a code to its explanation. */
  readonly explained?: boolean;
}

/** The problems of a document as the editor shows them: the first 100, then one that counts the others. */
export function diagnose(
  document: ServedDocument,
  catalog: Catalog,
  { overrides = {}, explained = false }: DiagnosticOptions = {},
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let next: Problem | undefined;
  let more = 0;
  let worst: DiagnosticSeverity = DiagnosticSeverity.Hint;
  for (const problem of document.problems(catalog)) {
    const severity = severityOf(problem, overrides);
    if (severity === 'off') continue;
    if (diagnostics.length < maximumDiagnostics) {
      diagnostics.push(toDiagnostic(document, { problem, severity }, explained));
    } else {
      next ??= problem;
      more++;
      worst = Math.min(worst, severities[severity]) as DiagnosticSeverity;
    }
  }
  if (next) {
    const range = toRange(document, next.range);
    diagnostics.push({
      code: 'more-problems',
      source: problemSource,
      message: moreProblems(more),
      severity: worst,
      range,
    });
  }
  return diagnostics;
}

/** A problem as the editor shows it. */
export function toDiagnostic(
  document: ServedDocument,
  { problem, severity }: ShownProblem,
  explained: boolean,
): Diagnostic {
  return {
    code: problem.code,
    ...(explained ? { codeDescription: { href: `${explanations}#${problem.code}` } } : {}),
    source: problemSource,
    message: message(problem),
    severity: severities[severity],
    range: toRange(document, problem.range),
  };
}

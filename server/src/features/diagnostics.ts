import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Catalog } from '../core/catalog';
import { message, moreProblems } from '../core/messages';
import type { Problem } from '../core/problems';
import { severityOf, type SeveritySettings } from '../core/severities';
import type { Severity } from '../protocol';
import { toRange, type InstanceDocument } from './document';

/** Name under which problems are listed. */
export const diagnosticSource = 'Cloud Elements';

/** Where each code is explained. */
const explanations = 'https://github.com/cloud-elements-instances/cloud-elements-instances/blob/main/docs/problems.md';

/** More problems than this help nobody; the rest shows up once these are mended. */
const maximumDiagnostics = 100;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem that is shown, and how much it matters. */
export interface ShownProblem {
  readonly problem: Problem;
  readonly severity: Severity;
}

/** The problems of a document that its settings leave, in the order of the text. */
export function shownProblems(
  document: InstanceDocument,
  catalog: Catalog,
  settings: SeveritySettings,
): ShownProblem[] {
  return document.problems(catalog).flatMap((problem) => {
    const severity = severityOf(problem, settings);
    return severity === 'off' ? [] : [{ problem, severity }];
  });
}

/** The problems of a document as the editor shows them: the first hundred, and how many more there are. */
export function diagnose(document: InstanceDocument, catalog: Catalog, settings: SeveritySettings = {}): Diagnostic[] {
  const shown = shownProblems(document, catalog, settings);
  const diagnostics = shown.slice(0, maximumDiagnostics).map((one) => toDiagnostic(document, one));
  const next = shown[maximumDiagnostics];
  if (!next) return diagnostics;
  const worst = Math.min(...shown.slice(maximumDiagnostics).map(({ severity }) => severities[severity]));
  return [
    ...diagnostics,
    {
      code: 'more-problems',
      source: diagnosticSource,
      message: moreProblems(shown.length - maximumDiagnostics),
      severity: worst as DiagnosticSeverity,
      range: toRange(document, next.problem.range),
    },
  ];
}

/** One problem as the editor shows it. */
export function toDiagnostic(document: InstanceDocument, { problem, severity }: ShownProblem): Diagnostic {
  return {
    code: problem.code,
    codeDescription: { href: `${explanations}#${problem.code}` },
    source: diagnosticSource,
    message: message(problem),
    severity: severities[severity],
    range: toRange(document, problem.range),
  };
}

import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Catalog } from '../core/catalog';
import { message, severity } from '../core/messages';
import type { Severity } from '../protocol';
import { toRange, type InstanceDocument } from './document';

/** Name under which problems are listed. */
export const diagnosticSource = 'Cloud Elements';

/** More problems than this help nobody; the rest shows up once these are mended. */
const maximumDiagnostics = 500;

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** The problems of a document as the editor shows them. */
export function diagnose(document: InstanceDocument, catalog: Catalog): Diagnostic[] {
  return document
    .problems(catalog)
    .slice(0, maximumDiagnostics)
    .map((problem) => ({
      code: problem.code,
      source: diagnosticSource,
      message: message(problem),
      severity: severities[severity(problem)],
      range: toRange(document, problem.range),
    }));
}

import type { Severity } from '../../../common/src/protocol/checking';
import { entryOf, problemEntries, type Problem, type ProblemCode } from './problems';

/** The severity of each code, unless a setting overrides it. */
export const defaultSeverities = Object.fromEntries(
  Object.entries(problemEntries).map(([code, { severity }]) => [code, severity]),
) as Readonly<Record<ProblemCode, Severity>>;

/** What a setting can give for a code: a severity, or `off` to hide the problem. */
export type SeveritySetting = Severity | 'off';

/** Severities by code. A code that is absent has its own severity. */
export type SeverityOverrides = Readonly<Partial<Record<ProblemCode, SeveritySetting>>>;

const choices: ReadonlySet<unknown> = new Set<SeveritySetting>(['error', 'warning', 'information', 'hint', 'off']);

/** Reads overrides from outside. Unknown codes and severities are left out; a value that is no object gives none. */
export function readSeverityOverrides(value: unknown): SeverityOverrides {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([code, setting]) => Object.hasOwn(defaultSeverities, code) && choices.has(setting)),
  );
}

/** The severity of a problem: that of the overrides, or else that of its entry. */
export function severityOf(problem: Problem, overrides: SeverityOverrides = {}): SeveritySetting {
  const { severity, exception } = entryOf(problem);
  return overrides[problem.code] ?? (exception?.applies(problem) ? exception.severity : severity);
}

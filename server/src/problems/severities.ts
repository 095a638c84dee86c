import type { Severity } from '../../../common/src/protocol/checking';
import { entryOf, problemEntries, type Problem, type ProblemCode } from './problems';

/** How much each problem matters by itself, by code: settings and docs/problems.md are held against it. */
export const defaultSeverities = Object.fromEntries(
  Object.entries(problemEntries).map(([code, { severity }]) => [code, severity]),
) as Readonly<Record<ProblemCode, Severity>>;

/** What a person may set for a code: a severity, or that the problem is not shown. */
export type SeveritySetting = Severity | 'off';

/** By code; a code that is absent has its own severity. */
export type SeverityOverrides = Readonly<Partial<Record<ProblemCode, SeveritySetting>>>;

const choices: ReadonlySet<unknown> = new Set<SeveritySetting>(['error', 'warning', 'information', 'hint', 'off']);

/** Reads the overrides as they come from outside: an unknown code or severity is left out, and so is all that is no object. */
export function readSeverityOverrides(value: unknown): SeverityOverrides {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([code, setting]) => Object.hasOwn(defaultSeverities, code) && choices.has(setting)),
  );
}

/** How much a problem matters. What can only be guessed matters less than what is known. */
export function severityOf(problem: Problem, overrides: SeverityOverrides = {}): SeveritySetting {
  const { severity, severityOf: ofOne } = entryOf(problem);
  return overrides[problem.code] ?? ofOne?.(problem) ?? severity;
}

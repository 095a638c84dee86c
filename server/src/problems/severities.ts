import type { Severity } from '../../../common/src/protocol/checking';
import { entryOf, problemEntries, type Problem, type ProblemCode } from './problems';

/** How much each problem matters by itself, by code: settings and docs/problems.md are held against it. */
export const defaultSeverities = Object.fromEntries(
  Object.entries(problemEntries).map(([code, { severity }]) => [code, severity]),
) as Readonly<Record<ProblemCode, Severity>>;

/** What a person may set for a code: a severity, or that nothing is said. */
export type SeveritySetting = Severity | 'off';

/** By code; one that is absent has its own severity. */
export type SeveritySettings = Readonly<Partial<Record<string, SeveritySetting>>>;

const choices: ReadonlySet<unknown> = new Set<SeveritySetting>(['error', 'warning', 'information', 'hint', 'off']);

/** Reads settings as they come from outside: what is no severity, `default` among it, is left out. */
export function readSeveritySettings(value: unknown): SeveritySettings {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, setting]) => choices.has(setting)) as [string, SeveritySetting][],
  );
}

/** How much a problem matters. What can only be guessed matters less than what is known. */
export function severityOf(problem: Problem, settings: SeveritySettings = {}): SeveritySetting {
  const { severity, severityOf: ofOne } = entryOf(problem);
  return settings[problem.code] ?? ofOne?.(problem) ?? severity;
}

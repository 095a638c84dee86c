import type { Severity } from '../../../common/src/protocol/checking';
import type { Problem, ProblemCode } from './problems';

/**
 * How much each problem matters: an error is known to fail, a warning most likely does, a hint is worth a look.
 * The keys are all codes there are: settings and docs/problems.md are held against them.
 */
export const defaultSeverities: Readonly<Record<ProblemCode, Severity>> = {
  'look-alike-quotes': 'error',
  'single-quotes': 'error',
  'look-alike-character': 'error',
  'missing-quote': 'error',
  'unquoted-text': 'error',
  'unescaped-quote': 'error',
  'bad-escape': 'error',
  'control-character': 'error',
  'line-break': 'error',
  'bad-number': 'error',
  'foreign-literal': 'error',
  'missing-comma': 'error',
  'trailing-comma': 'error',
  'extra-comma': 'error',
  'missing-colon': 'error',
  'extra-colon': 'error',
  'missing-value': 'error',
  'missing-bracket': 'error',
  'wrong-bracket': 'error',
  'extra-bracket': 'error',
  comment: 'error',
  'duplicate-key': 'warning',
  'surrounding-text': 'error',
  'stray-text': 'error',
  'text-after-end': 'error',
  'second-request': 'error',
  'invalid-json': 'error',
  'too-long': 'error',
  'too-deep': 'error',
  'empty-document': 'hint',
  'not-an-object': 'error',
  'missing-element': 'error',
  'unknown-element': 'error',
  'undocumented-element': 'hint',
  'sign-in-later': 'hint',
  'missing-entries': 'error',
  'misspelled-entry': 'error',
  'unknown-entry': 'hint',
  'misspelled-member': 'error',
  'unknown-member': 'warning',
  'wrong-type': 'error',
  'invalid-value': 'error',
  'invalid-format': 'error',
  placeholder: 'warning',
  'sample-host': 'hint',
  'empty-value': 'warning',
  'padded-value': 'warning',
  'written-secret': 'hint',
  'curl-command': 'error',
  'curl-missing-backslash': 'error',
  'curl-space-after-backslash': 'error',
  'curl-missing-quote': 'error',
  'curl-inner-quotes': 'error',
  'curl-unexpanded-variable': 'warning',
  'curl-authorization': 'error',
  'curl-content-type': 'warning',
};

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
  return settings[problem.code] ?? ownSeverity(problem);
}

function ownSeverity(problem: Problem): Severity {
  switch (problem.code) {
    case 'misspelled-entry':
    case 'misspelled-member':
      return problem.required ? 'error' : 'warning';
    case 'unknown-element':
      return problem.suggestions.length > 0 ? 'error' : 'hint';
    case 'curl-authorization':
      return problem.fault === 'element' ? 'warning' : 'error';
    default:
      return defaultSeverities[problem.code];
  }
}

import type { Catalog } from '../catalog/catalog';
import { blockingProblems } from '../problems/findProblems';
import { message } from '../problems/problemText';
import type { SeverityOverrides } from '../problems/severities';
import { elementKey } from '../request/requestElement';
import { signInOf } from '../catalog/providerSignIn';
import { propertyOf, toValue } from '../../../common/src/json/tree';
import type { CheckResult } from '../../../common/src/protocol/checking';
import { shownProblems } from './diagnostics';
import { openDocument } from '../documents/instanceDocument';
import { toRange } from '../documents/servedDocument';

/** Checks a text before it is sent: the problems that the editor shows, and what the client needs to provision it. */
export function check(text: string, catalog: Catalog, overrides: SeverityOverrides = {}): CheckResult {
  const document = openDocument('check:', '', 0, text);
  const { root } = document.parsed;
  const blocking = blockingProblems(document.problems(catalog), document.parsed);
  // Problems that prevent provisioning are reported whatever the overrides are.
  const shown = new Map(
    shownProblems(document, catalog, overrides).map(({ problem, severity }) => [problem, severity]),
  );
  const reported = document.problems(catalog).filter((problem) => shown.has(problem) || blocking.has(problem));
  const problems = reported.map((problem) => ({
    code: problem.code,
    severity: shown.get(problem) ?? ('error' as const),
    message: message(problem),
    range: toRange(document, problem.range),
    blocking: blocking.has(problem),
    ...(problem.code === 'missing-entries' ? { entries: problem.entries.map(({ key }) => key) } : {}),
  }));
  if (root?.type !== 'object') return { problems, entries: [], secretEntries: [] };
  const key = elementKey(root);
  const element = key === undefined ? undefined : catalog.element(key);
  const name = propertyOf(root, 'name')?.value;
  const signIn = element && signInOf(element, toValue(root));
  return {
    problems,
    ...(key === undefined ? {} : { elementKey: key }),
    ...(element ? { elementName: element.name } : {}),
    ...(signIn ? { signIn } : {}),
    entries: [...(element?.entries.keys() ?? [])],
    secretEntries: [...(element?.entries.values() ?? [])].filter(({ secret }) => secret).map(({ key: entry }) => entry),
    ...(name?.type === 'string' ? { instanceName: name.value } : {}),
  };
}

import type { Catalog } from '../core/catalog';
import { blockingProblems } from '../core/findProblems';
import { message, severity } from '../core/messages';
import { elementKey } from '../core/requestProblems';
import { member } from '../core/tree';
import type { CheckResult } from '../protocol';
import { openDocument, toRange } from './document';

/** Judges a text as it would be sent: the same problems that the editor shows, and what the client needs to say of it. */
export function check(text: string, catalog: Catalog): CheckResult {
  const document = openDocument('check:', '', 0, text);
  const { root } = document.parsed;
  const found = document.problems(catalog);
  const blocking = blockingProblems(found, document.parsed);
  const problems = found.map((problem) => ({
    code: problem.code,
    severity: severity(problem),
    message: message(problem),
    range: toRange(document, problem.range),
    blocking: blocking.has(problem),
  }));
  if (root?.type !== 'object') return { problems, secretEntries: [] };
  const key = elementKey(root);
  const element = key === undefined ? undefined : catalog.element(key);
  const name = member(root, 'name')?.valueNode;
  return {
    problems,
    ...(key === undefined ? {} : { elementKey: key }),
    ...(element ? { elementName: element.name, flow: element.way(document.parsed.value).flow } : {}),
    secretEntries: [...(element?.entries.values() ?? [])].filter(({ secret }) => secret).map(({ key: entry }) => entry),
    ...(name?.type === 'string' ? { instanceName: name.value } : {}),
  };
}

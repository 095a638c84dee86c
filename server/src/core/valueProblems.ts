import type { ErrorObject } from 'ajv';
import type { Catalog } from './catalog';
import type { Element } from './element';
import { elementOf } from './requestProblems';
import type { ASTNode, ObjectASTNode } from './parse';
import { itemOf } from './messages';
import { isPlaceholder, sampleHost } from './placeholders';
import type { Problem, ProblemDetail, ValueFormat } from './problems';
import { nodeAt, pointerSegments, rangeOf, stringValues, type Path, type StringValue } from './tree';

/** Problems of single values: placeholders left in, empty ones, and what the element's schema says of the rest. */

/** At most one problem per value: a placeholder is no bad address, and what is empty is of no wrong form. */
export function findValueProblems(root: ObjectASTNode, value: unknown, catalog: Catalog): Problem[] {
  const element = elementOf(root, catalog);
  const problems = new Map<ASTNode, Problem>();
  for (const string of stringValues(root)) {
    const detail = wordingProblem(string, value, element);
    if (detail) problems.set(string.node, { ...detail, range: rangeOf(string.node) });
  }
  const validate = element?.validate ?? catalog.base.validate;
  for (const error of validate(value)) {
    const path = pointerSegments(error.instancePath);
    const node = nodeAt(root, path);
    const detail = node && schemaProblem(error, node, path, element);
    if (detail && !problems.has(node)) problems.set(node, { ...detail, range: rangeOf(node) });
  }
  return [...problems.values()];
}

/** What can be said of a text without a schema. */
function wordingProblem({ node, path }: StringValue, value: unknown, element?: Element): ProblemDetail | undefined {
  if (path[0] === '$schema') return undefined;
  if (isPlaceholder(node.value)) return { code: 'placeholder', value: node.value };
  const host = sampleHost(node.value);
  if (host !== undefined) return { code: 'sample-host', host };
  const entry = entryAt(path, element);
  if (!entry || !isBlank(node)) return undefined;
  const required = element?.requiredEntries(value).includes(entry);
  return required || entry.secret ? { code: 'empty-value', label: entry.title, secret: entry.secret } : undefined;
}

const isBlank = (node: ASTNode): boolean => node.type === 'string' && node.value.trim() === '';

function entryAt(path: Path, element: Element | undefined) {
  return path.length === 2 && path[0] === 'configuration' ? element?.entries.get(String(path[1])) : undefined;
}

/** From an error of ajv to a problem. What other checks already say (names, the element's key) has no row here. */
function schemaProblem(error: ErrorObject, node: ASTNode, path: Path, element?: Element): ProblemDetail | undefined {
  if (path.length === 0 || (path[0] === 'element' && error.keyword === 'const')) return undefined;
  const label = entryAt(path, element)?.title ?? nameOf(path);
  if (error.keyword !== 'type' && isBlank(node)) return { code: 'empty-value', label, secret: false };
  switch (error.keyword) {
    case 'type': {
      const expected = [(error.params as { type: string | string[] }).type].flat();
      return { code: 'wrong-type', label, expected, found: node.type };
    }
    case 'enum':
      return { code: 'invalid-value', label, allowed: allowedValues(error, path, element) };
    case 'const':
      return {
        code: 'invalid-value',
        label,
        allowed: [String((error.params as { allowedValue: unknown }).allowedValue)],
      };
    case 'pattern':
    case 'format':
      return { code: 'invalid-format', label, format: formatOf(error, path, element) };
    default:
      return undefined;
  }
}

/** What to call a value that no entry table names: by its key, or as one of a list. */
function nameOf(path: Path): string {
  const named = path.findLastIndex((segment) => !/^\d+$/.test(String(segment)));
  const name = String(path[named]);
  return named === path.length - 1 ? name : itemOf(name);
}

/** The entry table knows which spellings are worth offering; the schema accepts more. */
function allowedValues(error: ErrorObject, path: Path, element?: Element): string[] {
  const entry = entryAt(path, element);
  if (entry?.type === 'boolean') return ['true', 'false'];
  const accepted = (error.params as { allowedValues: unknown[] }).allowedValues;
  return entry?.enum?.length ? [...entry.enum] : [...new Set(accepted.map(String))];
}

function formatOf(error: ErrorObject, path: Path, element?: Element): ValueFormat {
  if (entryAt(path, element)?.type === 'integer') return 'whole-number';
  return error.keyword === 'format' && (error.params as { format: string }).format === 'uri' ? 'web-address' : 'other';
}

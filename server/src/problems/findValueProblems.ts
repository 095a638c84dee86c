import type { ErrorObject } from 'ajv';
import type { Catalog } from '../catalog/catalog';
import type { Element } from '../catalog/element';
import type { Entry } from '../catalog/entries';
import { elementOf } from '../request/requestElement';
import { isPlaceholder, sampleHost } from '../request/placeholders';
import type { Problem, ProblemDetail } from './problems';
import { valueErrors } from './valueErrors';
import type { ValueFormat, ValueLabel } from './valueProblems';
import { hasReference, secretName } from '../../../common/src/text/references';
import {
  childrenOf,
  nodeAt,
  rangeOf,
  type Node,
  type ObjectNode,
  type Path,
  type StringNode,
} from '../../../common/src/json/tree';

/** Problems of single values: placeholders, empty values, secrets, and violations of their schemas. */

/** At most one problem per value: a placeholder isn't reported as an invalid URL, too, nor an empty value as invalid. */
export function findValueProblems(root: ObjectNode, value: unknown, catalog: Catalog): Problem[] {
  const element = elementOf(root, catalog);
  const required = new Set(element?.requiredEntries(value));
  const problems = new Map<Node, Problem>();
  const references = new Set<Node>();
  const padded: Problem[] = [];
  const secrets: [StringNode, Entry][] = [];
  forEachString(root, element, (node, entry) => {
    if (hasReference(node.value)) {
      references.add(node);
      return;
    }
    if (entry?.secret === true && node.value !== '') secrets.push([node, entry]);
    const detail = contentProblem(node.value, entry, required);
    if (detail) problems.set(node, { ...detail, range: rangeOf(node) });
    else if (entry && node.value.trim() !== node.value && node.value.trim() !== '') {
      padded.push({ code: 'padded-value', label: entry.title, range: rangeOf(node) });
    }
  });
  for (const { path, error } of valueErrors(value, catalog, element)) {
    const node = nodeAt(root, path);
    const detail = node && !references.has(node) && schemaProblem(error, node, path, element);
    if (detail && !problems.has(node)) problems.set(node, { ...detail, range: rangeOf(node) });
  }
  for (const [node, entry] of secrets) {
    if (!element || problems.has(node)) continue;
    const name = secretName(element.key, entry.key);
    problems.set(node, { code: 'written-secret', label: entry.title, name, range: rangeOf(node) });
  }
  return [...problems.values(), ...padded];
}

/** Visits every string value, with its entry of `configuration`, if it has one. */
function forEachString(
  root: ObjectNode,
  element: Element | undefined,
  visit: (node: StringNode, entry: Entry | undefined) => void,
): void {
  const walk = (node: Node): void => {
    if (node.type === 'string') visit(node, undefined);
    else if (node.type === 'property') {
      if (node.value) walk(node.value);
    } else for (const child of childrenOf(node)) walk(child);
  };
  for (const { key, value } of root.properties) {
    if (!value || key.value === '$schema') continue;
    if (key.value !== 'configuration' || value.type !== 'object') walk(value);
    else
      for (const { key: entry, value: inner } of value.properties) {
        if (inner?.type === 'string') visit(inner, element?.entries.get(entry.value));
        else if (inner) walk(inner);
      }
  }
}

/** The problem of a string that can be found without a schema. */
function contentProblem(
  value: string,
  entry: Entry | undefined,
  required: ReadonlySet<Entry>,
): ProblemDetail | undefined {
  if (isPlaceholder(value)) return { code: 'placeholder', value };
  const host = sampleHost(value);
  if (host !== undefined) return { code: 'sample-host', host };
  if (!entry || value.trim() !== '') return undefined;
  return required.has(entry) || entry.secret
    ? { code: 'empty-value', label: entry.title, secret: entry.secret }
    : undefined;
}

const isEmptyString = (node: Node): boolean => node.type === 'string' && node.value.trim() === '';

function entryAt(path: Path, element: Element | undefined) {
  return path.length === 2 && path[0] === 'configuration' ? element?.entries.get(String(path[1])) : undefined;
}

/** The problem for an error of ajv. Undefined for what other checks report: names and the element's key. */
function schemaProblem(error: ErrorObject, node: Node, path: Path, element?: Element): ProblemDetail | undefined {
  const entry = entryAt(path, element);
  const label = entry ? { label: entry.title } : labelOf(path);
  if (error.keyword !== 'type' && isEmptyString(node)) return { code: 'empty-value', ...label, secret: false };
  switch (error.keyword) {
    case 'type': {
      const expected = [(error.params as { type: string | string[] }).type].flat();
      return { code: 'wrong-type', ...label, expected, found: node.type };
    }
    case 'enum':
      return { code: 'invalid-value', ...label, allowed: allowedValues(error, path, element) };
    case 'const':
      return {
        code: 'invalid-value',
        ...label,
        allowed: [String((error.params as { allowedValue: unknown }).allowedValue)],
      };
    case 'pattern':
    case 'format':
      return { code: 'invalid-format', ...label, format: formatOf(error, path, element) };
    default:
      return undefined;
  }
}

/** The label of a value that is no entry: its property name, or that of the array that it is an item of. */
function labelOf(path: Path): ValueLabel {
  const named = path.findLastIndex((segment) => !/^\d+$/.test(String(segment)));
  return { label: String(path[named]), isItem: named < path.length - 1 };
}

/** The values to offer: of an entry, the ones that it documents; the schema accepts more spellings. */
function allowedValues(error: ErrorObject, path: Path, element?: Element): string[] {
  const entry = entryAt(path, element);
  if (entry?.type === 'boolean') return ['true', 'false'];
  const accepted = (error.params as { allowedValues: unknown[] }).allowedValues;
  return entry?.enum?.length ? [...entry.enum] : [...new Set(accepted.map(String))];
}

function formatOf(error: ErrorObject, path: Path, element?: Element): ValueFormat {
  if (entryAt(path, element)?.type === 'integer') return 'integer';
  return error.keyword === 'format' && (error.params as { format: string }).format === 'uri' ? 'url' : 'other';
}

import type { Catalog } from './catalog';
import type { Element } from './element';
import type { Entry } from './entries';
import type { Member } from './members';
import { nearest } from './nearest';
import type { ObjectASTNode, PropertyASTNode } from './parse';
import { isPlaceholder } from './placeholders';
import type { Problem } from './problems';
import { member, rangeOf, type OffsetRange } from './tree';

/** Problems of a tree as a request: which element, which members and entries are missing, misspelled or unknown. */

/** A name that stands in the document, and the one it was probably meant to be. */
interface Misspelling {
  readonly property: PropertyASTNode;
  readonly meant: string;
  readonly required: boolean;
}

interface NameCheck {
  readonly misspelled: readonly Misspelling[];
  readonly unknown: readonly PropertyASTNode[];
  /** Required names that are neither there nor misspelled. */
  readonly missing: readonly string[];
}

/**
 * Holds the names of an object against those that are known. A required name that is missing is looked for among the
 * unknown ones first: one misspelling is one problem.
 */
function checkNames(object: ObjectASTNode, known: Iterable<string>, required: readonly string[]): NameCheck {
  const present = new Set(object.properties.map(({ keyNode }) => keyNode.value));
  const knownNames = new Set(known);
  const missing = new Set(required.filter((name) => !present.has(name)));
  const free = new Set([...knownNames].filter((name) => !present.has(name)));
  const misspelled: Misspelling[] = [];
  const unknown: PropertyASTNode[] = [];
  for (const property of object.properties) {
    const name = property.keyNode.value;
    if (knownNames.has(name)) continue;
    const [wanted] = nearest(name, missing, 1);
    const meant = wanted ?? nearest(name, free, 1)[0];
    if (meant === undefined) {
      unknown.push(property);
    } else {
      misspelled.push({ property, meant, required: wanted !== undefined });
      missing.delete(meant);
      free.delete(meant);
    }
  }
  return { misspelled, unknown, missing: [...missing] };
}

/** Every problem of a request that is not about a single value. `root` is the whole document. */
export function findRequestProblems(root: ObjectASTNode, configuration: unknown, catalog: Catalog): Problem[] {
  const names = checkMembers(root, catalog.members(), ['element']);
  const problems = [...names.problems];
  const element = member(root, 'element');
  if (names.missing.includes('element')) {
    problems.push({ code: 'missing-element', absent: 'element', range: firstCharacter(root) });
  } else if (element?.valueNode?.type === 'object') {
    problems.push(...elementProblems(element.valueNode, catalog));
  }
  const known = elementOf(root, catalog);
  const configurationNode = member(root, 'configuration');
  if (known && configurationNode?.valueNode?.type === 'object') {
    problems.push(...entryProblems(configurationNode, configurationNode.valueNode, known, configuration));
  } else if (known && element && !configurationNode && !names.stands('configuration')) {
    problems.push(...missingEntries(known, known.requiredEntries(undefined), rangeOf(element.keyNode)));
  }
  return problems;
}

/** The element that a document names, if the catalog knows it. */
export function elementOf(root: ObjectASTNode, catalog: Catalog): Element | undefined {
  const key = elementKey(root);
  return key === undefined ? undefined : catalog.element(key);
}

/** The text of `element.key`, if there is any. */
export function elementKey(root: ObjectASTNode): string | undefined {
  const element = member(root, 'element')?.valueNode;
  const key = element?.type === 'object' ? member(element, 'key')?.valueNode : undefined;
  return key?.type === 'string' && key.value.trim() !== '' ? key.value : undefined;
}

function checkMembers(object: ObjectASTNode, known: ReadonlyMap<string, Member>, required: readonly string[]) {
  // `configuration` is no required member, but missing entries are: its misspelling stands in their place.
  const expected = known.has('configuration') ? [...required, 'configuration'] : required;
  const { misspelled, unknown, missing } = checkNames(object, known.keys(), expected);
  const problems: Problem[] = [
    ...misspelled.map(({ property, meant, required: isError }) => ({
      code: 'misspelled-member' as const,
      key: property.keyNode.value,
      meant,
      required: isError,
      range: rangeOf(property.keyNode),
    })),
    ...unknown.map(({ keyNode }) => ({
      code: 'unknown-member' as const,
      key: keyNode.value,
      range: rangeOf(keyNode),
    })),
  ];
  return { problems, missing, stands: (name: string) => misspelled.some(({ meant }) => meant === name) };
}

function elementProblems(object: ObjectASTNode, catalog: Catalog): Problem[] {
  const known = catalog.members().get('element')?.members ?? new Map<string, Member>();
  const { problems, missing } = checkMembers(object, known, ['key']);
  if (missing.includes('key')) {
    problems.push({ code: 'missing-element', absent: 'key', range: firstCharacter(object) });
  }
  const key = member(object, 'key')?.valueNode;
  if (key?.type !== 'string' || isPlaceholder(key.value) || catalog.has(key.value)) return problems;
  if (key.value.trim() === '') {
    problems.push({ code: 'missing-element', absent: 'key', range: rangeOf(key) });
  } else {
    problems.push({
      code: 'unknown-element',
      key: key.value,
      suggestions: nearestElements(key.value, catalog),
      range: rangeOf(key),
    });
  }
  return problems;
}

/** Elements whose key or name is close to a word, nearest first. */
function nearestElements(word: string, catalog: Catalog): { key: string; name: string }[] {
  const elements = catalog.elements();
  const byName = new Map(elements.map((element) => [element.name, element]));
  const byKey = new Map(elements.map((element) => [element.key, element]));
  const found = [
    ...nearest(word, byKey.keys()).map((key) => byKey.get(key)),
    ...nearest(word, byName.keys()).map((name) => byName.get(name)),
  ].filter((element) => element !== undefined);
  return [...new Set(found)].slice(0, 3).map(({ key, name }) => ({ key, name }));
}

function entryProblems(
  property: PropertyASTNode,
  object: ObjectASTNode,
  element: Element,
  configuration: unknown,
): Problem[] {
  const required = element.requiredEntries(configuration);
  const names = checkNames(
    object,
    element.entries.keys(),
    required.map(({ key }) => key),
  );
  const missing = required.filter(({ key }) => names.missing.includes(key));
  return [
    ...missingEntries(element, missing, rangeOf(property.keyNode)),
    ...names.misspelled.map(({ property: { keyNode }, meant, required: isRequired }) => ({
      code: 'misspelled-entry' as const,
      key: keyNode.value,
      meant,
      required: isRequired,
      range: rangeOf(keyNode),
    })),
    ...names.unknown.map(({ keyNode }) => ({
      code: 'unknown-entry' as const,
      key: keyNode.value,
      element: element.name,
      range: rangeOf(keyNode),
    })),
  ];
}

function missingEntries(element: Element, entries: readonly Entry[], range: OffsetRange): Problem[] {
  if (entries.length === 0) return [];
  return [
    {
      code: 'missing-entries',
      element: element.name,
      entries: entries.map(({ key, title }) => ({ key, title })),
      range,
    },
  ];
}

const firstCharacter = (node: ObjectASTNode): OffsetRange => ({ start: node.offset, end: node.offset + 1 });

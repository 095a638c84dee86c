import type { ElementSummary } from '../../../common/src/catalog/generatedFiles';
import type { Catalog } from '../catalog/catalog';
import type { Element } from '../catalog/element';
import type { Entry } from '../catalog/entries';
import type { RequestProperty } from '../catalog/requestProperties';
import { checkNames, knownNames } from '../catalog/knownNames';
import { candidates, nearest } from '../catalog/nearest';
import { perObject } from '../catalog/once';
import type { ObjectNode, PropertyNode } from '../../../common/src/json/tree';
import { isPlaceholder } from '../request/placeholders';
import { elementKeyNode, elementOf } from '../request/requestElement';
import type { Problem } from './problems';
import { waitsForSignIn } from '../catalog/providerSignIn';
import { propertyOf, rangeOf, type OffsetRange } from '../../../common/src/json/tree';

/** Problems of a request: of its element, and of properties and entries that are missing, misspelled or unknown. */

/** Every problem of a request that isn't about a single value. `root` is the complete document, `value` is what it means. */
export function findRequestProblems(root: ObjectNode, value: unknown, catalog: Catalog): Problem[] {
  const names = checkProperties(root, catalog.requestProperties(), ['element']);
  const problems = [...names.problems];
  const element = propertyOf(root, 'element');
  if (names.missing.includes('element')) {
    problems.push({ code: 'missing-element', absent: 'element', range: firstCharacter(root) });
  } else if (element?.value?.type === 'object') {
    problems.push(...elementProblems(element.value, catalog));
  }
  const known = elementOf(root, catalog);
  const key = elementKeyNode(root);
  if (known && key && waitsForSignIn(known.authMethod(value), value)) {
    problems.push({ code: 'sign-in-later', element: known.name, range: rangeOf(key) });
  }
  const configurationNode = propertyOf(root, 'configuration');
  if (known && configurationNode?.value?.type === 'object') {
    problems.push(...entryProblems(configurationNode, configurationNode.value, known, known.requiredEntries(value)));
  } else if (known && element && !configurationNode && !names.isMisspelled('configuration')) {
    problems.push(...missingEntries(known, known.requiredEntries(value), rangeOf(element.key)));
  }
  return problems;
}

const propertyNames = perObject((properties: ReadonlyMap<string, RequestProperty>) =>
  knownNames(properties, properties.keys()),
);

function checkProperties(object: ObjectNode, known: ReadonlyMap<string, RequestProperty>, required: readonly string[]) {
  // `configuration` isn't required, but its entries are: if it is misspelled, that is an error instead of missing entries.
  const expected = known.has('configuration') ? [...required, 'configuration'] : required;
  const { misspelled, unknown, missing } = checkNames(object, propertyNames(known), expected);
  const problems: Problem[] = [
    ...misspelled.map(({ property, meant, required: isError }) => ({
      code: 'misspelled-member' as const,
      key: property.key.value,
      meant,
      required: isError,
      range: rangeOf(property.key),
    })),
    ...unknown.map(({ key }) => ({
      code: 'unknown-member' as const,
      key: key.value,
      range: rangeOf(key),
    })),
  ];
  return { problems, missing, isMisspelled: (name: string) => misspelled.some(({ meant }) => meant === name) };
}

function elementProblems(object: ObjectNode, catalog: Catalog): Problem[] {
  const names = catalog.requestProperties().get('element')?.properties ?? new Map<string, RequestProperty>();
  const { problems, missing } = checkProperties(object, names, ['key']);
  if (missing.includes('key')) {
    problems.push({ code: 'missing-element', absent: 'key', range: firstCharacter(object) });
  }
  const key = propertyOf(object, 'key')?.value;
  if (key?.type !== 'string' || isPlaceholder(key.value)) return problems;
  const known = catalog.summary(key.value);
  if (known) {
    if (known.documented === false)
      problems.push({ code: 'undocumented-element', key: key.value, range: rangeOf(key) });
  } else if (key.value.trim() === '') {
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

/** The elements whose key or name is most similar to a key, documented ones first. */
function nearestElements(key: string, catalog: Catalog): { key: string; name: string }[] {
  const nearestWhere = (isDocumented: boolean): readonly ElementSummary[] =>
    nearestOf(
      key,
      catalog.elements().filter(({ documented = true }) => documented === isDocumented),
    );
  return [...nearestWhere(true), ...nearestWhere(false)].slice(0, 3).map((element) => ({
    key: element.key,
    name: element.name,
  }));
}

function nearestOf(text: string, elements: readonly ElementSummary[]): readonly ElementSummary[] {
  const byName = new Map(elements.map((element) => [element.name, element]));
  const byKey = new Map(elements.map((element) => [element.key, element]));
  const found = [
    ...nearest(text, candidates(byKey.keys())).map((key) => byKey.get(key)),
    ...nearest(text, candidates(byName.keys())).map((name) => byName.get(name)),
  ].filter((element) => element !== undefined);
  return [...new Set(found)];
}

function entryProblems(
  property: PropertyNode,
  object: ObjectNode,
  element: Element,
  required: readonly Entry[],
): Problem[] {
  const names = checkNames(
    object,
    element.names,
    required.map(({ key }) => key),
  );
  const missing = required.filter(({ key }) => names.missing.includes(key));
  return [
    ...missingEntries(element, missing, rangeOf(property.key)),
    ...names.misspelled.map(({ property: { key }, meant, required: isRequired }) => ({
      code: 'misspelled-entry' as const,
      key: key.value,
      meant,
      required: isRequired,
      range: rangeOf(key),
    })),
    ...names.unknown.map(({ key }) => ({
      code: 'unknown-entry' as const,
      key: key.value,
      element: element.name,
      range: rangeOf(key),
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

const firstCharacter = (node: ObjectNode): OffsetRange => ({ start: node.start, end: node.start + 1 });

import { skeletonPrefix } from '../../../common/src/catalog/generatedFiles';
import type { Catalog } from '../catalog/catalog';
import type { Element } from '../catalog/element';
import type { Entry } from '../catalog/entries';
import type { RequestProperty } from '../catalog/requestProperties';
import { perObject } from '../catalog/once';
import type { ParsedRequest } from '../request/request';
import type { KeyContext } from '../request/completionContext';
import { elementOf } from '../request/requestElement';
import { requestValue } from '../request/requestValue';
import { configurationSnippet, configurationText, entrySnippet, entryText } from '../catalog/skeleton';
import { snippetText } from '../catalog/snippetText';
import type { Path } from '../../../common/src/json/tree';
import { entryLabels } from './entryLabels';
import { entryFacts } from './markdown';
import type { CompletionData } from './resolveCompletion';

/** A proposal of completion: what to write, not where. Proposals are in the order to show them. */
export interface Proposal {
  readonly kind: 'request' | 'property' | 'element' | 'value';
  readonly label: string;
  /** The text to insert, as a snippet and as plain text. */
  readonly snippet: string;
  readonly text: string;
  /** What the editor matches typed text against. */
  readonly filterText: string;
  /** Beside the label. */
  readonly description?: string;
  readonly detail?: string;
  /** What to describe when the client resolves the item. */
  readonly data?: CompletionData;
}

/** A complete request per element, for an empty file. Reads the index and the skeletons, but no schemas. */
export function proposeDocuments(catalog: Catalog): readonly Proposal[] {
  return catalog.elements().flatMap(({ key, name, hub }) => {
    const snippet = catalog.skeleton(key);
    if (snippet === undefined) return [];
    return {
      kind: 'request',
      label: name,
      snippet,
      text: snippetText(snippet),
      filterText: `${name} ${key} ${hub ?? ''} ${skeletonPrefix(key)}`,
      description: key,
      detail: entryLabels.newRequest(name),
      data: { element: key },
    };
  });
}

/** Keys that the object lacks: entries of `configuration`, or properties of the request. */
export function proposeKeys(parsed: ParsedRequest, catalog: Catalog, context: KeyContext): readonly Proposal[] {
  const element = elementOfRequest(parsed, catalog);
  const present = new Set(
    context.object.properties
      .filter((property) => property.key.start !== context.replace.start)
      .map(({ key }) => key.value),
  );
  const proposals = proposeNames(parsed, catalog, context.path, element).filter(({ label }) => !present.has(label));
  return context.hasValue ? proposals.map(nameOnly) : proposals;
}

function proposeNames(parsed: ParsedRequest, catalog: Catalog, path: Path, element?: Element): readonly Proposal[] {
  const [first] = path;
  if (path.length === 0) return propertiesInOrder(catalog).map((property) => propertyProposal(property, [], element));
  if (path.length > 1) return [];
  if (first === 'configuration') return entryProposals(parsed, element);
  const name = String(first);
  return [...(catalog.requestProperties().get(name)?.properties.values() ?? [])].map((property) =>
    propertyProposal(property, [name]),
  );
}

/** Required properties come first, and those that only editors use last. */
function propertiesInOrder(catalog: Catalog): readonly RequestProperty[] {
  const rank = ({ key, required }: RequestProperty): number => (required ? 0 : key.startsWith('$') ? 2 : 1);
  return [...catalog.requestProperties().values()].sort((a, b) => rank(a) - rank(b));
}

function entryProposals(parsed: ParsedRequest, element?: Element): readonly Proposal[] {
  if (!element) return [];
  const request = requestValue(parsed.root, element);
  const required = new Set(element.requiredEntries(request));
  const factsOf = entryFacts(element, request);
  const others = [...element.entries.values()].filter((entry) => !required.has(entry));
  return [...required, ...others].map((entry) => {
    const facts = factsOf(entry);
    return {
      ...entryProposal(entry),
      description: facts,
      data: { element: element.key, entry: entry.key, facts },
    };
  });
}

/** The part of a proposal that depends on the entry alone. */
const entryProposal = perObject((entry: Entry): Proposal => ({
  kind: 'property',
  label: entry.key,
  snippet: entrySnippet(entry),
  text: entryText(entry),
  filterText: `${entry.key} ${entry.title}`,
  detail: entry.title,
}));

function propertyProposal(property: RequestProperty, path: readonly string[], element?: Element): Proposal {
  const name = JSON.stringify(property.key);
  const [snippet, text] = emptyValue(property, element);
  return {
    kind: 'property',
    label: property.key,
    snippet: `${escapeSnippet(name)}: ${snippet}`,
    text: `${name}: ${text}`,
    filterText: `${property.key} ${property.title}`,
    ...(property.required ? { description: entryLabels.required } : {}),
    detail: property.title,
    data: { property: path.concat(property.key) },
  };
}

/** The initial value of a property, as a snippet and as text. */
function emptyValue(property: RequestProperty, element?: Element): [snippet: string, text: string] {
  if (property.key === 'configuration' && element) {
    return [configurationSnippet(element), configurationText(element)];
  }
  if (property.key === 'element') return ['{\n\t"key": "$1"\n}', '{ "key": "" }'];
  switch (property.type) {
    case 'object':
      return ['{\n\t$1\n}', '{}'];
    case 'array':
      return ['["$1"]', '[]'];
    case 'boolean':
      return ['${1|true,false|}', 'true'];
    case 'number':
      return ['$1', '0'];
    case 'string':
      return ['"$1"', '""'];
  }
}

const nameOnly = (proposal: Proposal): Proposal => ({
  ...proposal,
  snippet: escapeSnippet(JSON.stringify(proposal.label)),
  text: JSON.stringify(proposal.label),
});

/** Known values for a path: element keys, allowed values, defaults and examples. */
export function proposeValues(parsed: ParsedRequest, catalog: Catalog, path: Path): readonly Proposal[] {
  const [first, second] = path;
  if (path.length === 2 && first === 'element' && second === 'key') return elementProposals(catalog);
  const element = elementOfRequest(parsed, catalog);
  if (path.length === 2 && first === 'configuration') {
    const entry = element?.entries.get(String(second));
    return entry && element ? entryValues(entry, element) : [];
  }
  const property = catalog.requestProperties().get(String(first));
  const proposed = path.length === 2 ? property?.properties.get(String(second)) : property;
  return proposed && path.length <= 2 ? propertyValues(proposed, path.map(String), element) : [];
}

const elementProposals = perObject((catalog: Catalog): readonly Proposal[] =>
  catalog.elements().map(({ key, name, hub, documented }) => ({
    ...valueProposal(JSON.stringify(key), key),
    kind: 'element',
    data: { element: key },
    filterText: `${key} ${name} ${hub ?? ''}`,
    description:
      documented === false
        ? entryLabels.undocumented
        : [name, ...(hub === null ? [] : [entryLabels.hub(hub)])].join(' · '),
  })),
);

function entryValues(entry: Entry, element: Element): readonly Proposal[] {
  const data = { element: element.key, entry: entry.key };
  const values =
    entry.type === 'boolean' ? ['true', 'false'] : [...(entry.enum ?? []), ...defaultOf(entry), ...entry.examples];
  return [...new Set(values)].map((value) => {
    const written = entry.type === 'boolean' ? String(value) : JSON.stringify(value);
    return { ...valueProposal(written, String(value)), detail: entry.title, data };
  });
}

const defaultOf = (entry: Entry): readonly unknown[] => (entry.default === undefined ? [] : [entry.default]);

function propertyValues(property: RequestProperty, path: readonly string[], element?: Element): readonly Proposal[] {
  const values = property.type === 'boolean' ? [true, false] : property.examples;
  const proposals = values.map((value) => valueProposal(JSON.stringify(value), String(value)));
  if (property.type !== 'object' && property.type !== 'array') return proposals;
  const [snippet, text] = emptyValue(property, element);
  return [{ ...valueProposal(text, property.title), snippet, data: { property: path } }];
}

const valueProposal = (written: string, label: string): Proposal => ({
  kind: 'value',
  label,
  snippet: escapeSnippet(written),
  text: written,
  filterText: label,
});

const elementOfRequest = ({ root }: ParsedRequest, catalog: Catalog): Element | undefined =>
  root?.type === 'object' ? elementOf(root, catalog) : undefined;

const escapeSnippet = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');

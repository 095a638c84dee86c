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
import { entryWords } from './entryText';
import { entryFacts, entryStandings } from './markdown';
import type { CompletionData } from './resolveCompletion';

/** What completion proposes at a place, in the order to show it. Knows what to write, not where. */
export interface Proposal {
  readonly kind: 'request' | 'member' | 'element' | 'value';
  readonly label: string;
  /** What is written, as a snippet and as plain text. */
  readonly snippet: string;
  readonly text: string;
  /** What typed text is matched against. */
  readonly search: string;
  /** Beside the label. */
  readonly description?: string;
  readonly detail?: string;
  /** What says more, once asked. */
  readonly about?: CompletionData;
}

/** A whole request per element, for an empty file. Reads the index and the skeletons, and no schema. */
export function proposeDocuments(catalog: Catalog): readonly Proposal[] {
  return catalog.elements().flatMap(({ key, name, hub }) => {
    const snippet = catalog.skeleton(key);
    if (snippet === undefined) return [];
    return {
      kind: 'request',
      label: name,
      snippet,
      text: snippetText(snippet),
      search: `${name} ${key} ${hub ?? ''} ${skeletonPrefix(key)}`,
      description: key,
      detail: entryWords.skeleton(name),
      about: { element: key },
    };
  });
}

/** Names that are not there yet: entries of `configuration`, or properties of the request. */
export function proposeKeys(parsed: ParsedRequest, catalog: Catalog, place: KeyContext): readonly Proposal[] {
  const element = elementOfRequest(parsed, catalog);
  const present = new Set(
    place.object.properties
      .filter((property) => property.key.start !== place.replace.start)
      .map(({ key }) => key.value),
  );
  const proposals = proposeNames(parsed, catalog, place.path, element).filter(({ label }) => !present.has(label));
  return place.hasValue ? proposals.map(nameOnly) : proposals;
}

function proposeNames(parsed: ParsedRequest, catalog: Catalog, path: Path, element?: Element): readonly Proposal[] {
  const [first] = path;
  if (path.length === 0) return propertiesInOrder(catalog).map((member) => propertyProposal(member, [], element));
  if (path.length > 1) return [];
  if (first === 'configuration') return entryProposals(parsed, element);
  const name = String(first);
  return [...(catalog.requestProperties().get(name)?.properties.values() ?? [])].map((member) =>
    propertyProposal(member, [name]),
  );
}

/** What a request needs comes first; what is for editors alone comes last. */
function propertiesInOrder(catalog: Catalog): readonly RequestProperty[] {
  const rank = ({ key, required }: RequestProperty): number => (required ? 0 : key.startsWith('$') ? 2 : 1);
  return [...catalog.requestProperties().values()].sort((a, b) => rank(a) - rank(b));
}

function entryProposals(parsed: ParsedRequest, element?: Element): readonly Proposal[] {
  if (!element) return [];
  const request = requestValue(parsed.root, element);
  const required = new Set(element.requiredEntries(request));
  const standingOf = entryStandings(element, request);
  const others = [...element.entries.values()].filter((entry) => !required.has(entry));
  return [...required, ...others].map((entry) => {
    const standing = standingOf(entry);
    return {
      ...entryProposal(entry),
      description: entryFacts(entry, standing),
      about: { element: element.key, entry: entry.key, standing },
    };
  });
}

/** What is the same of an entry wherever it is proposed. */
const entryProposal = perObject((entry: Entry): Proposal => ({
  kind: 'member',
  label: entry.key,
  snippet: entrySnippet(entry),
  text: entryText(entry),
  search: `${entry.key} ${entry.title}`,
  detail: entry.title,
}));

function propertyProposal(member: RequestProperty, path: readonly string[], element?: Element): Proposal {
  const name = JSON.stringify(member.key);
  const [snippet, text] = emptyValue(member, element);
  return {
    kind: 'member',
    label: member.key,
    snippet: `${escapeSnippet(name)}: ${snippet}`,
    text: `${name}: ${text}`,
    search: `${member.key} ${member.title}`,
    ...(member.required ? { description: entryWords.required } : {}),
    detail: member.title,
    about: { member: path.concat(member.key) },
  };
}

/** What stands after a property's name at first, as a snippet and as text. */
function emptyValue(member: RequestProperty, element?: Element): [snippet: string, text: string] {
  if (member.key === 'configuration' && element) {
    return [configurationSnippet(element), configurationText(element)];
  }
  if (member.key === 'element') return ['{\n\t"key": "$1"\n}', '{ "key": "" }'];
  switch (member.type) {
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

/** Values that are known for a path: element keys, choices, defaults and examples. */
export function proposeValues(parsed: ParsedRequest, catalog: Catalog, path: Path): readonly Proposal[] {
  const [first, second] = path;
  if (path.length === 2 && first === 'element' && second === 'key') return elementProposals(catalog);
  const element = elementOfRequest(parsed, catalog);
  if (path.length === 2 && first === 'configuration') {
    const entry = element?.entries.get(String(second));
    return entry && element ? entryValues(entry, element) : [];
  }
  const member = catalog.requestProperties().get(String(first));
  const meant = path.length === 2 ? member?.properties.get(String(second)) : member;
  return meant && path.length <= 2 ? propertyValues(meant, path.map(String), element) : [];
}

const elementProposals = perObject((catalog: Catalog): readonly Proposal[] =>
  catalog.elements().map(({ key, name, hub, documented }) => ({
    ...valueProposal(JSON.stringify(key), key),
    kind: 'element',
    about: { element: key },
    search: `${key} ${name} ${hub ?? ''}`,
    description:
      documented === false
        ? entryWords.undocumented
        : [name, ...(hub === null ? [] : [entryWords.hub(hub)])].join(' · '),
  })),
);

function entryValues(entry: Entry, element: Element): readonly Proposal[] {
  const about = { element: element.key, entry: entry.key };
  const values =
    entry.type === 'boolean' ? ['true', 'false'] : [...(entry.enum ?? []), ...defaultOf(entry), ...entry.examples];
  return [...new Set(values)].map((value) => {
    const written = entry.type === 'boolean' ? String(value) : JSON.stringify(value);
    return { ...valueProposal(written, String(value)), detail: entry.title, about };
  });
}

const defaultOf = (entry: Entry): readonly unknown[] => (entry.default === undefined ? [] : [entry.default]);

function propertyValues(member: RequestProperty, path: readonly string[], element?: Element): readonly Proposal[] {
  const values = member.type === 'boolean' ? [true, false] : member.examples;
  const proposals = values.map((value) => valueProposal(JSON.stringify(value), String(value)));
  if (member.type !== 'object' && member.type !== 'array') return proposals;
  const [snippet, text] = emptyValue(member, element);
  return [{ ...valueProposal(text, member.title), snippet, about: { member: path } }];
}

const valueProposal = (written: string, label: string): Proposal => ({
  kind: 'value',
  label,
  snippet: escapeSnippet(written),
  text: written,
  search: label,
});

const elementOfRequest = ({ root }: ParsedRequest, catalog: Catalog): Element | undefined =>
  root?.type === 'object' ? elementOf(root, catalog) : undefined;

const escapeSnippet = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');

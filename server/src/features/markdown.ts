import type { Element } from '../catalog/element';
import type { Entry } from '../catalog/entries';
import type { RequestProperty } from '../catalog/requestProperties';
import { entryWords } from './entryText';

/** What hover and completion say of an entry, a property or an element, in Markdown. */

/** `standing` says whether the entry has to be there, where it is its name that is described. */
export function entryMarkdown(entry: Entry, standing?: string): string {
  const facts = standing === undefined ? undefined : entryFacts(entry, standing);
  return [
    `**${escape(entry.title)}**${facts === undefined ? '' : ` (${escape(facts)})`}`,
    escape(entry.description),
    ...(entry.enum?.length ? [entryWords.choices(entry.enum)] : []),
    ...(entry.default === undefined ? [] : [entryWords.default(asText(entry.default))]),
    ...(entry.type === 'enum' ? [] : entry.examples.slice(0, 1).map((example) => entryWords.example(asText(example)))),
  ].join('\n\n');
}

/** An entry in few words: whether it has to be there, and whether it is a secret. */
export const entryFacts = (entry: Entry, standing: string): string =>
  entry.secret ? `${standing}, ${entryWords.secret}` : standing;

/** Says whether an entry has to be there: for the authentication method that a request (any JSON value) chooses, or for which. */
export function entryStandings(element: Element, request: unknown): (entry: Entry) => string {
  const { required, optional } = element.authMethod(request);
  const needed = new Set(element.requiredEntries(request));
  return (entry) => {
    if (entry.filledByPlatform) return entryWords.filledByPlatform;
    if (needed.has(entry)) return entryWords.required;
    if (required.includes(entry.key) || optional.includes(entry.key)) return entryWords.optional;
    const titles = element.authMethods
      .filter((method) => method.required.includes(entry.key))
      .flatMap(({ title }) => title ?? []);
    return titles.length > 0 ? entryWords.requiredFor(titles) : entryWords.optional;
  };
}

export const propertyMarkdown = (member: RequestProperty): string =>
  `**${escape(member.title)}**\n\n${escape(member.description)}`;

export function elementMarkdown(element: Element): string {
  const hub = element.hub === null ? entryWords.element : entryWords.hub(element.hub);
  return [
    `**${escape(element.name)}** (${hub})`,
    escape(element.summary),
    ...(element.setup === undefined ? [] : [entryWords.setup(escape(element.setup))]),
  ].join('\n\n');
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Help texts are plain text: all that Markdown, HTML and VS Code's `$(icon)` begin with means itself. */
const escape = (text: string): string => text.replaceAll(/[\\`*_{}[\]()<>#!|~$&]/g, '\\$&');

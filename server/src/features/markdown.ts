import type { Element } from '../catalog/element';
import type { Entry } from '../catalog/entries';
import type { RequestProperty } from '../catalog/requestProperties';
import { entryLabels } from './entryLabels';

/** Descriptions of entries, properties and elements in Markdown, for hover and completion. */

/** @param facts What {@link entryFacts} says about the entry; left out where one of its values is described. */
export function entryMarkdown(entry: Entry, facts?: string): string {
  return [
    `**${escape(entry.title)}**${facts === undefined ? '' : ` (${escape(facts)})`}`,
    escape(entry.description),
    ...(entry.enum?.length ? [entryLabels.choices(entry.enum.map(asCode))] : []),
    ...(entry.default === undefined ? [] : [entryLabels.default(asCode(entry.default))]),
    ...(entry.type === 'enum' ? [] : entry.examples.slice(0, 1).map((example) => entryLabels.example(asCode(example)))),
  ].join('\n\n');
}

/**
 * Tells in a few words whether an entry is required, and whether it is a secret.
 * @param request Any JSON value. The authentication method that it selects decides what is required. An entry that only
 * other methods require is described with the titles of those methods.
 */
export function entryFacts(element: Element, request: unknown): (entry: Entry) => string {
  const { required, optional } = element.authMethod(request);
  const requiredEntries = new Set(element.requiredEntries(request));
  return (entry) => {
    const { secret } = entry;
    if (entry.filledByPlatform) return secret ? entryLabels.secretFilledByPlatform : entryLabels.filledByPlatform;
    if (requiredEntries.has(entry)) return secret ? entryLabels.requiredSecret : entryLabels.required;
    const isOfMethod = required.includes(entry.key) || optional.includes(entry.key);
    const titles = element.authMethods
      .filter((method) => !isOfMethod && method.required.includes(entry.key))
      .flatMap(({ title }) => title ?? []);
    if (titles.length === 0) return secret ? entryLabels.optionalSecret : entryLabels.optional;
    return secret ? entryLabels.requiredSecretFor(titles) : entryLabels.requiredFor(titles);
  };
}

export const propertyMarkdown = (property: RequestProperty): string =>
  `**${escape(property.title)}**\n\n${escape(property.description)}`;

export function elementMarkdown(element: Element): string {
  const hub = element.hub === null ? entryLabels.element : entryLabels.hub(element.hub);
  return [
    `**${escape(element.name)}** (${hub})`,
    escape(element.summary),
    ...(element.setup === undefined ? [] : [entryLabels.setup(escape(element.setup))]),
  ].join('\n\n');
}

const asCode = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** Descriptions are plain text: every character that starts Markdown, HTML or a VS Code `$(icon)` is escaped. */
const escape = (text: string): string => text.replaceAll(/[\\`*_{}[\]()<>#!|~$&]/g, '\\$&');

import type { Element } from '../core/element';
import type { Entry } from '../core/entries';
import type { Member } from '../core/members';
import { entryWords } from '../core/messages';

/** What hover and completion say of an entry, a member or an element, in Markdown. */

/** `required` is for the way of signing in that the document has chosen. */
export function entryMarkdown(entry: Entry, required: boolean): string {
  const facts = [entryStanding(entry, required), ...(entry.secret ? [entryWords.secret] : [])].join(', ');
  return [
    `**${escape(entry.title)}** (${facts})`,
    escape(entry.description),
    ...(entry.enum?.length ? [entryWords.choices(entry.enum)] : []),
    ...(entry.default === undefined ? [] : [entryWords.default(asText(entry.default))]),
    ...(entry.type === 'enum' ? [] : entry.examples.slice(0, 1).map((example) => entryWords.example(asText(example)))),
  ].join('\n\n');
}

/** One word on whether the entry has to be there. */
export function entryStanding(entry: Entry, required: boolean): string {
  if (entry.filledByPlatform) return entryWords.filledByPlatform;
  return required ? entryWords.required : entryWords.optional;
}

export const memberMarkdown = (member: Member): string =>
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

/** Help texts are plain text: `<`, `*` and the like mean themselves. */
const escape = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#]/g, '\\$&');

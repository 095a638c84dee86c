import type { CompletionItem, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { inElementKey, inEntryName, inName, type BenchDocument, type Position } from './documents';
import type { Session } from './session';

/** A question that an editor asks a running server, and how to tell a true answer. */
export interface Question {
  readonly name: string;
  readonly document: BenchDocument;
  readonly runs: number;
  readonly target?: number;
  /** Done before the clock starts; gives the place to ask for. */
  readonly prepare: (session: Session) => Promise<Position>;
  readonly ask: (session: Session, place: Position) => Promise<unknown>;
  readonly isTrue: (answer: unknown) => boolean;
}

type Ask = (document: BenchDocument, runs: number, target?: number) => Question;

/** The label of an item without quotes, which some servers offer with it. */
export const labelOf = ({ label }: CompletionItem): string => label.replaceAll('"', '');

/** True for diagnostics that name the entry that is missing in every document. */
export const namesMissingEntry = (answer: unknown): boolean =>
  (answer as readonly Diagnostic[]).some(({ message }) => JSON.stringify(message).includes('mailbox.name'));

const offers =
  (...labels: readonly string[]) =>
  (answer: unknown): boolean => {
    const offered = new Set((answer as readonly CompletionItem[]).map(labelOf));
    return labels.every((label) => offered.has(label));
  };

/** From a keystroke in the name of the instance to the diagnostics of the text that has it. */
export const keystroke: Ask = (document, runs, target) => ({
  name: `keystroke → diagnostics, ${document.name}`,
  document,
  runs,
  target,
  prepare: () => Promise.resolve(inName),
  ask: async (session, place) => {
    await session.type(document, place);
    return session.diagnostics(document);
  },
  isTrue: namesMissingEntry,
});

/** Right after a keystroke in the very text that is completed, as an editor asks: nothing can be known from before. */
const completion = (what: string, place: Position, isTrue: Question['isTrue']): Ask => {
  return (document, runs, target) => ({
    name: `completion of ${what}, ${document.name}`,
    document,
    runs,
    target,
    prepare: (session) => session.type(document, place),
    ask: (session, cursor) => session.completion(document, cursor),
    isTrue,
  });
};

export const entryCompletion = completion('an entry', inEntryName, offers('mailbox.name', 'event.vendor.type'));
export const keyCompletion = completion('element.key', inElementKey, offers('helpscout'));

/** Of whole requests, where nothing stands yet. */
export const requestCompletion: Ask = (document, runs) => ({
  name: `completion of requests, ${document.name}`,
  document,
  runs,
  prepare: () => Promise.resolve({ line: 0, character: 0 }),
  ask: (session, place) => session.completion(document, place),
  isTrue: offers('Help Scout'),
});

/** After a keystroke elsewhere, so that nothing is known from before. */
export const hover: Ask = (document, runs, target) => ({
  name: `hover over an entry, ${document.name}`,
  document,
  runs,
  target,
  prepare: async (session) => {
    await session.type(document, inName);
    return inEntryName;
  },
  ask: (session, place) => session.hover(document, place),
  isTrue: (answer) =>
    JSON.stringify((answer as Hover | null)?.contents ?? '').includes('Help Scout checks only the key'),
});

import type { Range } from 'vscode-languageserver-protocol';
import type { BenchDocument, Position } from './documents';

/** One change of a document, as an editor reports it. */
export interface Keystroke {
  readonly version: number;
  readonly change: { readonly range: Range; readonly text: string };
  readonly cursor: Position;
}

/** What stands in a document that was not there when it was opened. */
interface Typed {
  readonly at: Position;
  readonly length: number;
  readonly isGoingBack: boolean;
}

/** So many letters are written, then taken back one by one: no text comes back soon, and none grows for ever. */
const most = 10;

/** Keeps count of what is typed in the documents of one session. Typing elsewhere takes back what stands in a document. */
export function startTyping(): (document: BenchDocument, at: Position) => Keystroke {
  const versions = new Map<string, number>();
  const typed = new Map<string, Typed>();

  return ({ uri }, at) => {
    const version = (versions.get(uri) ?? 1) + 1;
    versions.set(uri, version);
    const before = typed.get(uri) ?? { at, length: 0, isGoingBack: false };
    const elsewhere = before.at !== at && before.length > 0;
    if (elsewhere || before.isGoingBack) {
      const length = elsewhere ? 0 : before.length - 1;
      typed.set(uri, { at: before.at, length, isGoingBack: length > 0 });
      const range = { start: positionAfter(before.at, length), end: positionAfter(before.at, before.length) };
      return { version, change: { range, text: '' }, cursor: elsewhere ? at : range.start };
    }
    const length = before.length + 1;
    typed.set(uri, { at, length, isGoingBack: length === most });
    const start = positionAfter(at, before.length);
    const letter = String.fromCharCode('a'.charCodeAt(0) + (version % 26));
    return { version, change: { range: { start, end: start }, text: letter }, cursor: positionAfter(at, length) };
  };
}

const positionAfter = ({ line, character }: Position, count: number): Position => ({
  line,
  character: character + count,
});

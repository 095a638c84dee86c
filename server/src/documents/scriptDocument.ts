import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { bodyOf, type Body } from '../curl/bodyFindings';
import { callsPlatform, type PlacedCommand } from '../curl/commands';
import { encodeAt, rangeToSource, toSource, toValue } from '../curl/bodyEdits';
import type { Finding } from '../curl/findings';
import { commandsIn, findCurlProblems, fixCurl } from '../curl/script';
import type { Problem } from '../problems/problems';
import { curlLanguages, type CurlFile } from '../../../common/src/protocol/curl';
import { complete } from '../features/completion';
import { applyChange, openDocument, toRange, type InstanceDocument, type JudgedDocument } from './instanceDocument';
import { hover } from '../features/hover';

/** An open file that may hold cURL commands. Read and judged once per version, when first needed. */
export interface ScriptDocument extends JudgedDocument {
  readonly commands: readonly PlacedCommand[];
  /** Those that were read already, for the version after this one. */
  readonly known: readonly PlacedCommand[];
}

export const isCurlLanguage = (languageId: string): boolean => curlLanguages.some((one) => one === languageId);

export const isScript = (document: InstanceDocument | ScriptDocument): document is ScriptDocument =>
  'commands' in document;

export const openScript = (uri: string, languageId: string, version: number, content: string): ScriptDocument =>
  fromText(TextDocument.create(uri, languageId, version, content));

/** The script after changes; as `TextDocuments` of the language server library wants it. */
export function changeScript(
  { text, known }: ScriptDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): ScriptDocument {
  const length = text.getText().length;
  for (const change of changes) applyChange(text, change, version);
  return fromText(text, { commands: known, length });
}

function fromText(
  text: TextDocument,
  before?: { readonly commands: readonly PlacedCommand[]; readonly length: number },
): ScriptDocument {
  let commands: readonly PlacedCommand[] | undefined;
  const read = (): readonly PlacedCommand[] => {
    const content = text.getText();
    const known = before && {
      byStart: new Map(before.commands.map((command) => [command.start, command])),
      growth: content.length - before.length,
    };
    return commandsIn(content, text.languageId, known);
  };
  let findings: ReadonlyMap<Problem, Finding> | undefined;
  const find = (document: ScriptDocument, catalog: Catalog): ReadonlyMap<Problem, Finding> => {
    findings ??= new Map(findCurlProblems(document.commands, catalog).map((found) => [found.problem, found]));
    return findings;
  };
  return {
    uri: text.uri,
    languageId: text.languageId,
    text,
    get commands() {
      commands ??= read();
      return commands;
    },
    get known() {
      return commands ?? [];
    },
    problems(catalog) {
      return [...find(this, catalog).keys()];
    },
    fixes(problem, catalog) {
      return find(this, catalog).get(problem)?.fixes() ?? [];
    },
    fixAll(catalog) {
      return fixCurl(this.commands, catalog);
    },
  };
}

/** The files that the commands of a script send, where they say so in plain words. */
export function curlFiles(document: ScriptDocument): CurlFile[] {
  return document.commands.filter(callsPlatform).flatMap(({ start: at, command }) =>
    command.call.data.flatMap(({ file, argument }) => {
      const hasVariable = argument.word.pieces.some(({ isVariable }) => isVariable);
      if (file === undefined || file === '-' || hasVariable) return [];
      const { length } = argument.value;
      const { start, end } = rangeToSource(argument, { start: length - file.length, end: length });
      return [{ path: file, range: toRange(document, { start: at + start, end: at + end }) }];
    }),
  );
}

interface BodyPlace {
  /** Offset of the command. */
  readonly start: number;
  readonly body: Body;
  readonly request: InstanceDocument;
  readonly position: Position;
}

/** The JSON that an offset is in, as a document of its own, and the place in it. */
function requestAt({ commands }: ScriptDocument, offset: number): BodyPlace | undefined {
  const found = commands.find(({ start, end }) => start <= offset && offset <= end);
  const body = found?.command && bodyOf(found.command);
  const at = found && body?.isRequest ? toValue(body.argument, offset - found.start) : undefined;
  if (!found || !body || at === undefined) return undefined;
  const request = openDocument('body:', '', 0, body.text);
  return { start: found.start, body, request, position: request.text.positionAt(at) };
}

/** What the name or value at a position of a command's JSON means. */
export function hoverInScript(document: ScriptDocument, catalog: Catalog, position: Position): Hover | null {
  const found = requestAt(document, document.text.offsetAt(position));
  const said = found && hover(found.request, catalog, found.position);
  if (!found || !said) return null;
  return { ...said, ...(said.range ? { range: rangeInScript(document, found, said.range) } : {}) };
}

/** What may be written at a position of a command's JSON, as the quotes around it ask for. */
export function completeInScript(document: ScriptDocument, catalog: Catalog, position: Position): CompletionList {
  const found = requestAt(document, document.text.offsetAt(position));
  if (!found) return { isIncomplete: false, items: [] };
  const { body } = found;
  const list = complete(found.request, catalog, found.position, { snippets: false });
  const edit = ({ range, newText }: TextEdit): TextEdit => ({
    range: rangeInScript(document, found, range),
    newText: encodeAt(newText, body.argument.word.quotes[0], body.shell),
  });
  const items = list.items.map((item): CompletionItem => {
    const { textEdit, additionalTextEdits, ...rest } = item;
    return {
      ...rest,
      ...(textEdit && 'range' in textEdit ? { textEdit: edit(textEdit) } : {}),
      ...(additionalTextEdits ? { additionalTextEdits: additionalTextEdits.map(edit) } : {}),
    };
  });
  return { ...list, items };
}

function rangeInScript(script: ScriptDocument, { start: at, body, request }: BodyPlace, range: Range): Range {
  const { argument } = body;
  const [start, end] = [request.text.offsetAt(range.start), request.text.offsetAt(range.end)];
  if (start === end) {
    const place = at + toSource(argument, start, start === 0 ? 'behind' : 'before');
    return toRange(script, { start: place, end: place });
  }
  const found = rangeToSource(argument, { start, end });
  return toRange(script, { start: at + found.start, end: at + found.end });
}

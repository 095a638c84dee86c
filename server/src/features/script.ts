import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { Catalog } from '../core/catalog';
import { bodyOf, type Body } from '../core/curl/bodyFindings';
import type { CurlCommand } from '../core/curl/commands';
import { encodeAt, rangeToSource, toSource, toValue } from '../core/curl/edits';
import type { Finding } from '../core/curl/findings';
import { commandsIn, findCurlProblems, fixCurl } from '../core/curl/script';
import type { Problem } from '../core/problems';
import { curlLanguages, type CurlFile } from '../protocol';
import { complete } from './completion';
import { applyChange, openDocument, toRange, type InstanceDocument, type JudgedDocument } from './document';
import { hover } from './hover';

/** An open file that may hold cURL commands. Read and judged once per version, when first needed. */
export interface ScriptDocument extends JudgedDocument {
  readonly commands: readonly CurlCommand[];
}

export const isCurlLanguage = (languageId: string): boolean => curlLanguages.some((one) => one === languageId);

export const isScript = (document: InstanceDocument | ScriptDocument): document is ScriptDocument =>
  'commands' in document;

export const openScript = (uri: string, languageId: string, version: number, content: string): ScriptDocument =>
  fromText(TextDocument.create(uri, languageId, version, content));

/** The script after changes; as `TextDocuments` of the language server library wants it. */
export function changeScript(
  { text }: ScriptDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): ScriptDocument {
  for (const change of changes) applyChange(text, change, version);
  return fromText(text);
}

function fromText(text: TextDocument): ScriptDocument {
  let commands: readonly CurlCommand[] | undefined;
  let findings: ReadonlyMap<Problem, Finding> | undefined;
  const find = (document: ScriptDocument, catalog: Catalog): ReadonlyMap<Problem, Finding> => {
    findings ??= new Map(
      findCurlProblems(text.getText(), document.commands, catalog).map((found) => [found.problem, found]),
    );
    return findings;
  };
  return {
    uri: text.uri,
    languageId: text.languageId,
    text,
    get commands() {
      commands ??= commandsIn(text.getText(), text.languageId);
      return commands;
    },
    problems(catalog) {
      return [...find(this, catalog).keys()];
    },
    fixes(problem, catalog) {
      return find(this, catalog).get(problem)?.fixes() ?? [];
    },
    fixAll(catalog) {
      return fixCurl(text.getText(), this.commands, catalog);
    },
  };
}

/** The files that the commands of a script send, where they say so in plain words. */
export function curlFiles(document: ScriptDocument): CurlFile[] {
  return document.commands.flatMap(({ call }) =>
    call.data.flatMap(({ file, argument }) => {
      const hasVariable = argument.word.pieces.some(({ isVariable }) => isVariable);
      if (file === undefined || file === '-' || hasVariable) return [];
      const start = argument.value.length - file.length;
      return [{ path: file, range: toRange(document, rangeToSource(argument, { start, end: argument.value.length })) }];
    }),
  );
}

/** The JSON that an offset is in, as a document of its own, and the place in it. */
function requestAt(
  { commands }: ScriptDocument,
  offset: number,
): { readonly body: Body; readonly request: InstanceDocument; readonly position: Position } | undefined {
  const command = commands.find(({ start, end }) => start <= offset && offset <= end);
  const body = command && bodyOf(command);
  const at = body?.isRequest ? toValue(body.argument, offset) : undefined;
  if (!body || at === undefined) return undefined;
  const request = openDocument('body:', '', 0, body.text);
  return { body, request, position: request.text.positionAt(at) };
}

/** What the name or value at a position of a command's JSON means. */
export function hoverInScript(document: ScriptDocument, catalog: Catalog, position: Position): Hover | null {
  const found = requestAt(document, document.text.offsetAt(position));
  const said = found && hover(found.request, catalog, found.position);
  if (!found || !said) return null;
  return { ...said, ...(said.range ? { range: rangeInScript(document, found.body, found.request, said.range) } : {}) };
}

/** What may be written at a position of a command's JSON, as the quotes around it ask for. */
export function completeInScript(document: ScriptDocument, catalog: Catalog, position: Position): CompletionList {
  const found = requestAt(document, document.text.offsetAt(position));
  if (!found) return { isIncomplete: false, items: [] };
  const { body, request } = found;
  const list = complete(request, catalog, found.position, { snippets: false });
  const edit = ({ range, newText }: TextEdit): TextEdit => ({
    range: rangeInScript(document, body, request, range),
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

function rangeInScript(script: ScriptDocument, { argument }: Body, request: InstanceDocument, range: Range): Range {
  const [start, end] = [request.text.offsetAt(range.start), request.text.offsetAt(range.end)];
  if (start !== end) return toRange(script, rangeToSource(argument, { start, end }));
  const at = script.text.positionAt(toSource(argument, start, start === 0 ? 'behind' : 'before'));
  return { start: at, end: at };
}

import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../catalog/catalog';
import { encodeAt, rangeToSource, toSourceOffset, toValueOffset } from '../curl/bodyEdits';
import { bodyOf } from '../curl/bodyFindings';
import type { LocatedCommand } from '../curl/commands';
import type { Finding } from '../curl/findings';
import { commandsIn, findCurlProblems, fixCurl } from '../curl/script';
import type { Problem } from '../problems/problems';
import { parseRequest } from '../request/request';
import { curlLanguages } from '../../../common/src/protocol/curl';
import type { OffsetRange } from '../../../common/src/json/tree';
import { applyChange, type EmbeddedRequest, type ServedDocument } from './servedDocument';

/** True for the languages of files that may contain cURL commands. */
export const isCurlLanguage = (languageId: string): boolean =>
  curlLanguages.some((language) => language === languageId);

/** Opens a file that may contain cURL commands. */
export const openScript = (uri: string, languageId: string, version: number, content: string): ServedDocument =>
  fromText(TextDocument.create(uri, languageId, version, content));

function fromText(
  text: TextDocument,
  before?: { readonly commands: readonly LocatedCommand[]; readonly length: number },
): ServedDocument {
  let commands: readonly LocatedCommand[] | undefined;
  const read = (): readonly LocatedCommand[] => {
    const content = text.getText();
    const known = before && {
      byStart: new Map(before.commands.map((command) => [command.start, command])),
      growth: content.length - before.length,
    };
    return commandsIn(content, text.languageId, known);
  };
  let findings: ReadonlyMap<Problem, Finding> | undefined;
  const find = (document: ServedDocument, catalog: Catalog): ReadonlyMap<Problem, Finding> => {
    findings ??= new Map(findCurlProblems(document.commands, catalog).map((found) => [found.problem, found]));
    return findings;
  };
  return {
    uri: text.uri,
    languageId: text.languageId,
    text,
    request: undefined,
    get commands() {
      commands ??= read();
      return commands;
    },
    requestAt(offset) {
      return requestAt(this.commands, offset);
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
    isNotInstanceRequest: () => false,
    change(changes, version) {
      const { length } = text.getText();
      for (const change of changes) applyChange(text, change, version);
      return fromText(text, { commands: commands ?? [], length });
    },
  };
}

/** The request in a command that an offset is in; undefined elsewhere. */
function requestAt(commands: readonly LocatedCommand[], offset: number): EmbeddedRequest | undefined {
  const found = commands.find(({ start, end }) => start <= offset && offset <= end);
  const body = found?.command && bodyOf(found.command);
  const at = found && body?.isRequest ? toValueOffset(body.argument, offset - found.start) : undefined;
  if (!found || !body || at === undefined) return undefined;
  const { argument, shell } = body;
  return {
    parsed: parseRequest(body.text),
    offset: at,
    isWhole: false,
    toDocument: (range) => {
      const { start, end } = range.start === range.end ? pointOf(range.start) : rangeToSource(argument, range);
      return { start: found.start + start, end: found.start + end };
    },
    encode: (text) => encodeAt(text, argument.word.quotes[0], shell),
  };

  function pointOf(value: number): OffsetRange {
    const point = toSourceOffset(argument, value, value === 0 ? 'after' : 'before');
    return { start: point, end: point };
  }
}

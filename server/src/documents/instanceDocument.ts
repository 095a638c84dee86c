import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../catalog/catalog';
import { once } from '../catalog/once';
import type { Finding } from '../curl/findings';
import { findPastedCommand } from '../curl/pasted';
import { findProblems } from '../problems/findProblems';
import { fixAll } from '../problems/fixAll';
import { fixesOf } from '../problems/fixes';
import type { Problem } from '../problems/problems';
import { hasGenericName, isNotInstanceRequest } from '../request/relevance';
import { parseRequest, type ParsedRequest } from '../request/request';
import { applyChange, type InstanceDocument } from './servedDocument';

/** Opens a file that is a request. The text is parsed when it is first needed. */
export function openDocument(uri: string, languageId: string, version: number, content: string): InstanceDocument {
  const text = TextDocument.create(uri, languageId, version, content);
  return fromText(text, () => parseRequest(content));
}

function fromText(text: TextDocument, parse: () => ParsedRequest): InstanceDocument {
  let parsed: ParsedRequest | undefined;
  let problems: readonly Problem[] | undefined;
  let pasted: { readonly command: Finding | undefined } | undefined;
  const pastedCommand = (catalog: Catalog): Finding | undefined => {
    pasted ??= { command: findPastedCommand(text.getText(), catalog) };
    return pasted.command;
  };
  return {
    uri: text.uri,
    languageId: text.languageId,
    text,
    commands: [],
    get parsed() {
      parsed ??= parse();
      return parsed;
    },
    get request() {
      return this;
    },
    requestAt(offset) {
      return { parsed: this.parsed, offset, isWhole: true, toDocument: (range) => range, encode: (written) => written };
    },
    problems(catalog) {
      const command = pastedCommand(catalog);
      problems ??= command ? [command.problem] : findProblems(this.parsed, catalog);
      return problems;
    },
    fixes(problem, catalog) {
      const command = pastedCommand(catalog);
      return command?.problem === problem ? command.fixes() : fixesOf(problem, this.parsed, catalog);
    },
    fixAll(catalog) {
      return pastedCommand(catalog) ? [] : fixAll(this.parsed, catalog);
    },
    isNotInstanceRequest(catalog) {
      return hasGenericName(text.uri) && isNotInstanceRequest(this.parsed, catalog.requestProperties());
    },
    change(changes, version) {
      const [only, ...others] = changes.map((change) => applyChange(text, change, version));
      // Reuse works with one edit, which is what a keystroke makes.
      const edit = others.length === 0 ? only : undefined;
      const before = parsed && edit && { syntax: parsed, edit };
      return fromText(
        text,
        once(() => parseRequest(text.getText(), before)),
      );
    },
  };
}

import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import type { TextEdit as OffsetEdit } from '../../../common/src/json/edits';
import { replaceLookAlikes } from '../problems/fixAll';
import type { Fix } from '../problems/fixEdits';
import { fixTitles } from '../problems/fixTitles';
import type { Problem } from '../problems/problems';
import { referenceTo } from '../../../common/src/text/references';
import type { OffsetRange } from '../../../common/src/json/tree';
import { moveSecretCommand, type MoveSecretParams } from '../../../common/src/protocol/secrets';
import { shownProblems, toDiagnostic, type DiagnosticOptions, type ShownProblem } from './diagnostics';
import { toOffsets, toRange, type ServedDocument } from '../documents/servedDocument';

/** Fix-all on save asks for this kind. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.cloudElements`;

/** What a client asks of code actions. */
export interface CodeActionOptions extends DiagnosticOptions {
  /** Whether it keeps a secret by `moveSecretCommand`. */
  readonly secretStore?: boolean;
}

/** Quick fixes for what stands in a range, and fix-all where it is asked for. Recomputed: the server is stateless. */
export function codeActions(
  document: ServedDocument,
  catalog: Catalog,
  params: CodeActionParams,
  options: CodeActionOptions = {},
): CodeAction[] {
  const actions: CodeAction[] = [];
  const { only } = params.context;
  if (wants(only, CodeActionKind.QuickFix)) actions.push(...quickFixes(document, catalog, params, options));
  if (only && wants(only, fixAllKind)) {
    const edits = document.fixAll(catalog);
    if (edits.length > 0) actions.push(action(document, fixTitles.fixAll, fixAllKind, edits));
  }
  return actions;
}

/** A menu of more fixes than this helps nobody. */
const maximumFixed = 100;

/** A kind is wanted where nothing is said, or where it or a parent of it is named. */
const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));

function quickFixes(
  document: ServedDocument,
  catalog: Catalog,
  { range }: CodeActionParams,
  { overrides = {}, explained = false, secretStore = false }: CodeActionOptions,
): CodeAction[] {
  const asked = toOffsets(document, range);
  const touched = shownProblems(document, catalog, overrides)
    .filter(({ problem }) => reach(problem).start <= asked.end && reach(problem).end >= asked.start)
    .slice(0, maximumFixed);
  const toActions = (shown: ShownProblem): CodeAction[] =>
    document.fixes(shown.problem, catalog).flatMap((fix) => {
      const diagnostics = [toDiagnostic(document, shown, explained)];
      if (fix.secret && secretStore) return moveSecret(document, fix.secret, diagnostics) ?? [];
      const edit = action(document, fix.title, CodeActionKind.QuickFix, fix.edits, diagnostics);
      return { ...edit, isPreferred: fix.preferred };
    });
  const actions = touched.filter(({ problem }) => problem.code !== 'written-secret').flatMap(toActions);
  const lookAlikes = touched.some(({ problem }) => 'repair' in problem);
  const request = document.request?.parsed;
  if (lookAlikes && request && request.repairs.length > 1) {
    actions.push({
      ...action(document, fixTitles.replaceLookAlikes, CodeActionKind.QuickFix, replaceLookAlikes(request)),
      isPreferred: false,
    });
  }
  // Advice comes after fixes.
  return [...actions, ...touched.filter(({ problem }) => problem.code === 'written-secret').flatMap(toActions)];
}

/** Undefined for a string that has to be fixed first: the client would keep something else than what it says. */
function moveSecret(
  document: ServedDocument,
  { range, name }: NonNullable<Fix['secret']>,
  diagnostics: Diagnostic[],
): CodeAction | undefined {
  if (!isJsonString(document.text.getText().slice(range.start, range.end))) return undefined;
  const { uri } = document;
  const title = fixTitles.storeSecret(referenceTo('secret', name));
  const params: MoveSecretParams = { uri, range: toRange(document, range), version: document.text.version, name };
  const command = { command: moveSecretCommand, title, arguments: [params] };
  return { title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred: false, command };
}

function isJsonString(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'string';
  } catch {
    return false;
  }
}

/** Where a problem's fixes are offered: all of a wrongly quoted string, not only at the mark that is underlined. */
const reach = (problem: Problem): OffsetRange => ('repair' in problem ? problem.repair : problem.range);

function action(
  document: ServedDocument,
  title: string,
  kind: string,
  edits: readonly OffsetEdit[],
  diagnostics?: Diagnostic[],
): CodeAction {
  const changes: TextEdit[] = edits.map((edit) => ({ range: toRange(document, edit), newText: edit.text }));
  return { title, kind, ...(diagnostics ? { diagnostics } : {}), edit: { changes: { [document.uri]: changes } } };
}

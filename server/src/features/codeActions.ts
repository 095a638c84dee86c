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

/** The kind that fix all on save requests. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.cloudElements`;

/** How a client wants its code actions. */
export interface CodeActionOptions extends DiagnosticOptions {
  /** True where the client can store a secret with `moveSecretCommand`. */
  readonly secretStore?: boolean;
}

/**
 * Quick fixes for the problems in a range, and fix all where the client requests its kind. Nothing is cached between
 * requests.
 */
export function codeActions(
  document: ServedDocument,
  catalog: Catalog,
  params: CodeActionParams,
  options: CodeActionOptions = {},
): CodeAction[] {
  const actions: CodeAction[] = [];
  const { only } = params.context;
  if (isRequested(only, CodeActionKind.QuickFix)) actions.push(...quickFixes(document, catalog, params, options));
  if (only && isRequested(only, fixAllKind)) {
    const edits = document.fixAll(catalog);
    if (edits.length > 0) actions.push(action(document, fixTitles.fixAll, fixAllKind, edits));
  }
  return actions;
}

/** Problems that get quick fixes at once: a longer menu is of no use. */
const maximumProblems = 100;

/** True where the client does not filter by kind, or where its filter includes this kind or a parent of it. */
const isRequested = (only: readonly string[] | undefined, kind: string): boolean =>
  !only || only.some((requested) => requested === '' || kind === requested || kind.startsWith(`${requested}.`));

function quickFixes(
  document: ServedDocument,
  catalog: Catalog,
  { range }: CodeActionParams,
  { overrides = {}, explained = false, secretStore = false }: CodeActionOptions,
): CodeAction[] {
  const selection = toOffsets(document, range);
  const touched = shownProblems(document, catalog, overrides)
    .filter(({ problem }) => fixRange(problem).start <= selection.end && fixRange(problem).end >= selection.start)
    .slice(0, maximumProblems);
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
  // Fixes come before advice.
  return [...actions, ...touched.filter(({ problem }) => problem.code === 'written-secret').flatMap(toActions)];
}

/** Undefined for a string that isn't valid JSON: the client would store something else than its value. */
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

/** Where the fixes of a problem are offered: anywhere in a wrongly quoted string, not only at the underlined quote. */
const fixRange = (problem: Problem): OffsetRange => ('repair' in problem ? problem.repair : problem.range);

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

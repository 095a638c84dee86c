import * as vscode from 'vscode';
import { inert } from '../../../common/src/text/plainText';

// The places of VS Code's window that show a text for as long as there is something to show. With windowUi.ts, this is the one way
// for text to get there; all of it is made inert here. An icon is never part of a text.

/** UTF-16 units that each place shows at most. */
const most = { status: 80, tip: 300, lens: 120, problem: 1_000, title: 80 };

export type ShownIcon = 'circle-slash' | 'cloud' | 'cloud-upload' | 'send';

/** An item of the status bar. */
export interface StatusItem {
  show(content: StatusContent): void;
  hide(): void;
  dispose(): void;
}

export interface StatusContent {
  readonly icon: ShownIcon;
  readonly text: string;
  readonly tooltip: string;
  readonly color?: vscode.ThemeColor;
  /** Run by a click. */
  readonly command: string;
}

export function createStatusItem(id: string, name: string): StatusItem {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100);
  item.name = name;
  return {
    show: ({ icon, text, tooltip, color, command }) => {
      item.text = withIcon(icon, text, most.status);
      // A string, which is plain text; as Markdown it would be read.
      item.tooltip = inert(tooltip, most.tip);
      item.color = color;
      item.command = command;
      item.show();
    },
    hide: () => {
      item.hide();
    },
    dispose: () => {
      item.dispose();
    },
  };
}

/** A command to click, above a line of a document. */
export interface Lens {
  /** From 0. */
  readonly line: number;
  readonly icon: ShownIcon;
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** Shows the lenses that `lensesOf` gives for a document, again whenever `changed` fires. */
export function registerLenses(
  selector: vscode.DocumentSelector,
  changed: vscode.Event<void>,
  lensesOf: (document: vscode.TextDocument) => readonly Lens[],
): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(selector, {
    onDidChangeCodeLenses: changed,
    provideCodeLenses: (document) =>
      lensesOf(document).map(({ line, icon, title, command, arguments: given }) => {
        const action = { title: withIcon(icon, title, most.lens), command, arguments: [...given] };
        return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), action);
      }),
  });
}

/** A problem at a place of a document. */
export interface ShownProblem {
  readonly range: vscode.Range;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface ShownProblems {
  /** In place of those shown before. */
  set(uri: vscode.Uri, problems: readonly ShownProblem[]): void;
  delete(uri: vscode.Uri): void;
  dispose(): void;
}

/** Problems that the client itself finds. `source` is who is said to have found them. */
export function createShownProblems(name: string, source: string): ShownProblems {
  const collection = vscode.languages.createDiagnosticCollection(name);
  const { Error, Warning } = vscode.DiagnosticSeverity;
  return {
    set: (uri, problems) => {
      const diagnostics = problems.map(({ range, message, severity }) => {
        const text = inert(message, most.problem);
        const diagnostic = new vscode.Diagnostic(range, text, severity === 'error' ? Error : Warning);
        diagnostic.source = source;
        return diagnostic;
      });
      collection.set(uri, diagnostics);
    },
    delete: (uri) => {
      collection.delete(uri);
    },
    dispose: () => {
      collection.dispose();
    },
  };
}

/** Documents that are made up, and cannot be edited. */
export interface ReadOnlyDocuments {
  /** The address of one: `title` is shown on its tab, `key` distinguishes it from others with the same title. */
  uri(title: string, key?: string): vscode.Uri;
  dispose(): void;
}

/** Serves the documents of a scheme, whose texts `textOf` gives: once, or again whenever `changed` fires for one. */
export function registerReadOnlyDocuments(
  scheme: string,
  changed: vscode.Event<vscode.Uri> | undefined,
  textOf: (uri: vscode.Uri) => string,
): ReadOnlyDocuments {
  const registered = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed,
    provideTextDocumentContent: textOf,
  });
  return {
    uri: (title, key) =>
      vscode.Uri.from({ scheme, path: `/${inert(title, most.title).replaceAll('/', ' ')}`, query: key }),
    dispose: () => {
      registered.dispose();
    },
  };
}

function withIcon(icon: ShownIcon, text: string, length: number): string {
  return `$(${icon}) ${inert(text, length)}`;
}

import * as vscode from 'vscode';
import { inert } from '../../../common/src/text/plainText';

// The permanent texts in VS Code's window: status bar, code lenses, problems and read-only documents. Only this file and
// windowUi.ts show text there, and they make all of it inert. An icon is never part of a text.

/** The maximum lengths in UTF-16 units. */
const maxLength = { status: 80, tip: 300, lens: 120, problem: 1_000, title: 80 };

export type IconName = 'circle-slash' | 'cloud' | 'cloud-upload' | 'send';

/** An item of the status bar. */
export interface StatusItem {
  show(content: StatusContent): void;
  hide(): void;
  dispose(): void;
}

export interface StatusContent {
  readonly icon: IconName;
  readonly text: string;
  readonly tooltip: string;
  readonly color?: vscode.ThemeColor;
  /** A click runs it. */
  readonly command: string;
}

export function createStatusItem(id: string, name: string): StatusItem {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100);
  item.name = name;
  return {
    show: ({ icon, text, tooltip, color, command }) => {
      item.text = withIcon(icon, text, maxLength.status);
      // A string is shown as plain text; a MarkdownString would be rendered.
      item.tooltip = inert(tooltip, maxLength.tip);
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

/** A code lens: a command above a line of a document. */
export interface Lens {
  /** From 0. */
  readonly line: number;
  readonly icon: IconName;
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** Shows the code lenses that `lensesOf` returns for a document, and updates them whenever `changed` fires. */
export function registerLenses(
  selector: vscode.DocumentSelector,
  changed: vscode.Event<void>,
  lensesOf: (document: vscode.TextDocument) => readonly Lens[],
): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(selector, {
    onDidChangeCodeLenses: changed,
    provideCodeLenses: (document) =>
      lensesOf(document).map(({ line, icon, title, command, arguments: given }) => {
        const action = { title: withIcon(icon, title, maxLength.lens), command, arguments: [...given] };
        return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), action);
      }),
  });
}

/** A problem in a range of a document. */
export interface ClientProblem {
  readonly range: vscode.Range;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface ProblemCollection {
  /** Replaces the problems of a document. */
  set(uri: vscode.Uri, problems: readonly ClientProblem[]): void;
  delete(uri: vscode.Uri): void;
  dispose(): void;
}

/** Creates a collection for problems that the client itself finds. `source` is the source that VS Code shows for them. */
export function createProblemCollection(name: string, source: string): ProblemCollection {
  const collection = vscode.languages.createDiagnosticCollection(name);
  const { Error, Warning } = vscode.DiagnosticSeverity;
  return {
    set: (uri, problems) => {
      const diagnostics = problems.map(({ range, message, severity }) => {
        const text = inert(message, maxLength.problem);
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

/** Virtual documents, which cannot be edited. */
export interface ReadOnlyDocuments {
  /** The URI of a document: its tab shows `title`, and `key` distinguishes it from others with the same title. */
  uri(title: string, key?: string): vscode.Uri;
  dispose(): void;
}

/** Serves the documents of a scheme. `textOf` returns the text of one, again whenever `changed` fires for it. */
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
      vscode.Uri.from({ scheme, path: `/${inert(title, maxLength.title).replaceAll('/', ' ')}`, query: key }),
    dispose: () => {
      registered.dispose();
    },
  };
}

function withIcon(icon: IconName, text: string, length: number): string {
  return `$(${icon}) ${inert(text, length)}`;
}

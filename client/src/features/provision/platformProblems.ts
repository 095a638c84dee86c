import * as vscode from 'vscode';
import * as messages from './messages';
import type { EditorDocument } from '../../../../engine/src/provisioning/provisionContext';
import type { LocatedFailure } from '../../../../engine/src/provisioning/outcome/locateFailure';
import { createProblemCollection, type ClientProblem } from '../../vscode/windowViews';

export interface PlatformProblems {
  /** Replaces the problems of an open document, until it is edited or closed. */
  readonly show: (document: EditorDocument, problems: readonly LocatedFailure[]) => void;
  readonly dispose: () => void;
}

/** Shows what the platform rejected in a document, in the Problems view. */
export function createPlatformProblems(): PlatformProblems {
  const collection = createProblemCollection('cloudElementsPlatform', messages.platformName);
  const clear = ({ uri }: vscode.TextDocument) => {
    collection.delete(uri);
  };
  const listeners = [
    collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Saving a document is also reported, as a change without content.
      if (contentChanges.length > 0) clear(document);
    }),
    vscode.workspace.onDidCloseTextDocument(clear),
  ];
  return {
    show: ({ uri }, problems) => {
      const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
      if (document === undefined) return;
      collection.set(
        document.uri,
        problems.map((problem) => toProblem(document, problem)),
      );
    },
    dispose: () => {
      vscode.Disposable.from(...listeners).dispose();
    },
  };
}

function toProblem(document: vscode.TextDocument, { range: { start, end }, message }: LocatedFailure): ClientProblem {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return { range, message, severity: 'error' };
}

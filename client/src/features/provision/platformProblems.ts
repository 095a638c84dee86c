import * as vscode from 'vscode';
import * as messages from './messages';
import type { EditorDocument } from '../../../../engine/src/provisioning/provisionContext';
import type { LocatedFailure } from '../../../../engine/src/provisioning/outcome/locateFailure';
import { createShownProblems, type ShownProblem } from '../../vscode/shown';

export interface PlatformProblems {
  /** Shows problems at an open document in place of those shown before, until its next edit or its closing. */
  readonly show: (source: EditorDocument, problems: readonly LocatedFailure[]) => void;
  readonly dispose: () => void;
}

/** What the platform said of a document when it was last sent, among the problems of the window. */
export function createPlatformProblems(): PlatformProblems {
  const collection = createShownProblems('cloudElementsPlatform', messages.platformName);
  const drop = ({ uri }: vscode.TextDocument) => {
    collection.delete(uri);
  };
  const listeners = [
    collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Saving is a change without content.
      if (contentChanges.length > 0) drop(document);
    }),
    vscode.workspace.onDidCloseTextDocument(drop),
  ];
  return {
    show: ({ uri }, problems) => {
      const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
      if (document === undefined) return;
      collection.set(
        document.uri,
        problems.map((problem) => shownAt(document, problem)),
      );
    },
    dispose: () => {
      vscode.Disposable.from(...listeners).dispose();
    },
  };
}

function shownAt(document: vscode.TextDocument, { range, message }: LocatedFailure): ShownProblem {
  const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  return { range: place, message, severity: 'error' };
}

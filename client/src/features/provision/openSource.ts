import * as vscode from 'vscode';
import type { CheckedProblem } from '../../../../common/src/protocol/checking';
import * as messages from '../../../../engine/src/messages';
import type { Source } from '../../../../engine/src/provisioning/provisionContext';
import { Refusal } from '../../../../engine/src/ui';

/** The document of `uri`, as code lens and title bar give it, else the active editor's. Throws a `Refusal` without one. */
export async function openSource(uri: unknown): Promise<Source> {
  const document =
    uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (document === undefined) throw new Refusal(messages.openAFileFirst);
  return sourceOf(document);
}

function sourceOf(document: vscode.TextDocument): Source {
  // Each window has an "Untitled-1" of its own.
  const window = document.isUntitled ? vscode.env.sessionId : '';
  const uri = document.uri.toString();
  return {
    name: `${uri}${window}`,
    uri,
    text: () => document.getText(),
    goTo: async ({ start, end }: CheckedProblem['range']) => {
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      await vscode.window.showTextDocument(document, { selection });
    },
  };
}

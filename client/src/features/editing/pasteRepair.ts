import * as vscode from 'vscode';
import type { LanguageServer } from '../../vscode/languageServer';
import { settings } from '../../../../common/src/protocol/settings';
import * as messages from './messages';

const plainText = 'text/plain';
/** The type under which VS Code's editor stores how a text was copied. */
const copyDetails = 'vscode-editor-data';

/**
 * Repairs pasted text in instance files where needed. VS Code prefers the edit of an extension to its own plain paste. The
 * control that it shows after a paste offers the plain text.
 */
export function registerPasteRepair(selector: vscode.DocumentSelector, server: LanguageServer): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('cloudElements', 'repair');
  const provider: vscode.DocumentPasteEditProvider = {
    provideDocumentPasteEdits: async (document, ranges, dataTransfer, _, token) => {
      if (vscode.workspace.getConfiguration(undefined, document).get(settings.pasteRepair) !== true) return undefined;
      const text = await dataTransfer.get(plainText)?.asString();
      if (text === undefined || text === '' || isSpread(text, ranges)) return undefined;
      // The editor has its own rules for where it pastes a complete line, or one text per cursor.
      if (hasOwnPasteRules((await dataTransfer.get(copyDetails)?.asString()) ?? '')) return undefined;
      const inserted = await Promise.all(
        // Without an answer, the text is pasted unchanged, because a paste must never fail or wait.
        ranges.map(async (range) => {
          const repaired = await server.repairPaste({ document, range, text }, token).catch(() => null);
          return repaired === null ? null : withoutIndentation(repaired, indentationBefore(document, range.start));
        }),
      );
      const [first] = inserted;
      if (typeof first !== 'string' || inserted.some((one) => one !== first)) return undefined;
      return [new vscode.DocumentPasteEdit(first, messages.pasteStraight, kind)];
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider(selector, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [plainText],
  });
}

/** True where the editor may paste one line at each cursor (`editor.multiCursorPaste`). */
function isSpread(text: string, ranges: readonly vscode.Range[]): boolean {
  return ranges.length > 1 && text.replace(/\r?\n$/, '').split('\n').length === ranges.length;
}

function hasOwnPasteRules(details: string): boolean {
  return /"isFromEmptySelection":true|"multicursorText":\[/.test(details);
}

function indentationBefore(document: vscode.TextDocument, { line, character }: vscode.Position): string {
  return /^[ \t]*/.exec(document.lineAt(line).text.slice(0, character))?.[0] ?? '';
}

/** VS Code indents each line that an extension pastes, so indentation that the text already has is removed. */
function withoutIndentation(text: string, indentation: string): string {
  return text.replaceAll(`\n${indentation}`, '\n');
}

import * as vscode from 'vscode';
import type { LanguageServer } from '../../vscode/languageServer';
import { settings } from '../../../../common/src/protocol/settings';
import * as messages from './messages';

const plainText = 'text/plain';
/** Where VS Code's editor says how a text was copied. */
const copyDetails = 'vscode-editor-data';

/**
 * Straightens what is pasted into our documents where it needs it. The edit becomes the paste, since the editor's own
 * plain text stands behind the edits of extensions; the control that VS Code shows after a paste offers it.
 */
export function registerPasteRepair(selector: vscode.DocumentSelector, server: LanguageServer): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('cloudElements', 'straighten');
  const provider: vscode.DocumentPasteEditProvider = {
    provideDocumentPasteEdits: async (document, ranges, dataTransfer, _, token) => {
      if (vscode.workspace.getConfiguration(undefined, document).get(settings.pasteRepair) !== true) return undefined;
      const text = await dataTransfer.get(plainText)?.asString();
      if (text === undefined || text === '' || isSpread(text, ranges)) return undefined;
      // A whole line, or a text per cursor, is put in by rules of the editor's own.
      if (isPlacedByEditor((await dataTransfer.get(copyDetails)?.asString()) ?? '')) return undefined;
      const inserted = await Promise.all(
        // Without an answer, the paste stays as it is: it must never fail or wait.
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

/** True where the editor may give each cursor a line of its own (`editor.multiCursorPaste`). */
function isSpread(text: string, ranges: readonly vscode.Range[]): boolean {
  return ranges.length > 1 && text.replace(/\r?\n$/, '').split('\n').length === ranges.length;
}

function isPlacedByEditor(details: string): boolean {
  return /"isFromEmptySelection":true|"multicursorText":\[/.test(details);
}

function indentationBefore(document: vscode.TextDocument, { line, character }: vscode.Position): string {
  return /^[ \t]*/.exec(document.lineAt(line).text.slice(0, character))?.[0] ?? '';
}

/** VS Code indents the lines of a text that is put in for an extension: what stands there already is taken off. */
function withoutIndentation(text: string, indentation: string): string {
  return text.replaceAll(`\n${indentation}`, '\n');
}

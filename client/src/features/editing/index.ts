import * as vscode from 'vscode';
import * as messages from './messages';
import type { DocumentFilter } from '../../vscode/documentSelector';
import type { LanguageServer } from '../../vscode/languageServer';
import { registerCommands } from '../../vscode/registerCommands';
import { errorLocation, type CommandWindow } from '../../vscode/runCommand';
import { newInstance } from './newInstance';
import { registerPasteRepair } from './pasteRepair';
import { pickElement, type CatalogContext } from './pickElement';
import { startServerWhenNeeded } from './startServer';

export type { CatalogElement } from './elementList';

/** What the editing features need. */
export interface EditingContext extends CommandWindow, CatalogContext {
  readonly server: LanguageServer;
  readonly selector: readonly DocumentFilter[];
}

/** Starts the language server when it is needed, creates new files, and repairs pasted text. */
export function activateEditing(context: EditingContext): vscode.Disposable {
  const { ui, log, server, selector } = context;
  const schemes = selector.map(({ scheme }) => scheme);
  return vscode.Disposable.from(
    registerCommands(context, { 'cloudElements.instance.new': () => newInstance(context) }),
    registerPasteRepair(selector, server),
    startServerWhenNeeded(server, schemes, (error) => {
      log.error(`The language server did not start: ${errorLocation(error)}`);
      void ui.show({ tone: 'error', text: messages.serverFailed });
    }),
  );
}

/** {@link pickElement} for other features. */
export function elementPicker(context: CatalogContext) {
  return (title: string) => pickElement(context, title);
}

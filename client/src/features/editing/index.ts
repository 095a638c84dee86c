import * as vscode from 'vscode';
import * as messages from './messages';
import type { DocumentFilter } from '../../vscode/documentSelector';
import type { LanguageServer } from '../../vscode/languageServer';
import { registerCommands } from '../../vscode/registerCommands';
import { whereItHappened, type CommandWindow } from '../../vscode/runCommand';
import { newInstance } from './newInstance';
import { registerPasteRepair } from './pasteRepair';
import { pickElement, type CatalogContext } from './pickElement';
import { startWhenNeeded } from './startServer';

export type { CatalogElement } from './elementList';

/** What editing uses of the window. */
export interface EditingContext extends CommandWindow, CatalogContext {
  readonly server: LanguageServer;
  readonly selector: readonly DocumentFilter[];
}

/** Starts the language server where it is needed, begins new files, and straightens what is pasted. */
export function activateEditing(context: EditingContext): vscode.Disposable {
  const { ui, log, server, selector } = context;
  const schemes = selector.map(({ scheme }) => scheme);
  return vscode.Disposable.from(
    registerCommands(context, { 'cloudElements.instance.new': () => newInstance(context) }),
    registerPasteRepair(selector, server),
    startWhenNeeded(server, schemes, (error) => {
      log.error(`The language server did not start: ${whereItHappened(error)}`);
      void ui.show({ tone: 'error', text: messages.serverFailed });
    }),
  );
}

/** Lets a person pick an element, for the other features: see {@link pickElement}. */
export function elementPicker(context: CatalogContext) {
  return (title: string) => pickElement(context, title);
}

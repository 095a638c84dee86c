import * as vscode from 'vscode';
import { languageId } from '../../../../common/src/protocol/documents';
import * as messages from './messages';
import { UserFacingError } from '../../../../engine/src/ui';
import { findSkeleton } from './elementList';
import { pickElement, readCatalog, type CatalogContext } from './pickElement';

/**
 * New Instance File: lets a person select an element, and opens an unsaved file with its skeleton as a snippet. Throws
 * `Cancelled`, or a `UserFacingError`.
 */
export async function newInstance(context: CatalogContext): Promise<void> {
  const { key } = await pickElement(context, messages.titles.newInstance);
  const skeleton = findSkeleton(await readCatalog(context, 'snippets/instances.json'), key);
  if (skeleton === undefined) throw new UserFacingError(messages.noSkeleton(key));
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(skeleton));
}

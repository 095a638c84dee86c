import * as vscode from 'vscode';
import { languageId } from '../../../server/src/protocol';
import * as messages from '../messages';
import { Refusal } from '../ui';
import { findSkeleton } from './catalog';
import { pickElement, readCatalog } from './pickElement';
import type { Services } from './services';

/** New Instance File: picks an element and opens an unsaved file with its skeleton, ready for the Tab key. */
export async function newInstance({ ui, readOwnFile }: Pick<Services, 'ui' | 'readOwnFile'>): Promise<void> {
  const { key } = await pickElement({ ui, readOwnFile }, messages.titles.newInstance);
  const skeleton = findSkeleton(await readCatalog(readOwnFile, 'snippets/instances.json'), key);
  if (skeleton === undefined) throw new Refusal(messages.noSkeleton(key));
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(skeleton));
}

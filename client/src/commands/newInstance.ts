import * as vscode from 'vscode';
import { languageId } from '../../../server/src/protocol';
import * as messages from '../messages';
import { Refusal } from '../ui';
import { findSkeleton, readElements } from './catalog';
import type { Services } from './services';

/** New Instance File: picks an element and opens an unsaved file with its skeleton, ready for the Tab key. */
export async function newInstance({ ui, readOwnFile }: Pick<Services, 'ui' | 'readOwnFile'>): Promise<void> {
  const read = (path: string) =>
    readOwnFile(path).catch(() => {
      throw new Refusal(messages.catalogUnreadable);
    });
  const elements = readElements(await read('schemas/elements.json'));
  if (elements === undefined) throw new Refusal(messages.catalogUnreadable);
  const choices = elements.map(({ key, name, hub }) => ({ label: name, description: key, detail: hub, value: key }));
  const key = await ui.pick(messages.titles.newInstance, messages.pickElement, choices);
  const skeleton = findSkeleton(await read('snippets/instances.json'), key);
  if (skeleton === undefined) throw new Refusal(messages.noSkeleton(key));
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(skeleton));
}

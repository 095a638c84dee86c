import * as vscode from 'vscode';
import * as messages from '../../../../engine/src/messages';
import { openSource } from './openSource';
import type { Services } from '../../commands/context';

/** Provision Instance: on the document of `uri`, as code lens and title bar give it, else on the active editor's. */
export async function provisionInstance(services: Pick<Services, 'ui' | 'provision'>, uri: unknown): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    const notice = { tone: 'warning', text: messages.untrusted } as const;
    const pressed = await services.ui.tell(notice, messages.buttons.manageTrust);
    if (pressed !== undefined) await vscode.commands.executeCommand('workbench.trust.manage');
    return;
  }
  await services.provision(await openSource(uri));
}

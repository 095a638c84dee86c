import * as vscode from 'vscode';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import { createProvisioner } from '../../../../engine/src/provisioning/provision';
import type { ProvisionContext } from '../../../../engine/src/provisioning/provisionContext';
import type { LastResponse } from '../../../../engine/src/provisioning/outcome/lastResponse';
import { requestPreview } from '../../../../engine/src/provisioning/requestPreview';
import { createWholeRequests } from '../../../../engine/src/provisioning/wholeRequest';
import type { Ui } from '../../../../engine/src/ui';
import { wait } from '../../../../engine/src/platform/wait';
import { openDocument } from '../../vscode/editorDocument';
import type { Log } from '../../vscode/log';
import { registerCommands } from '../../vscode/registerCommands';
import { createWindowBrowser } from '../../vscode/windowBrowser';
import type { AccountFlows } from '../accounts';
import { registerCodeLens } from './codeLens';
import { copyToken } from './copyToken';
import { createPlatformProblems } from './platformProblems';
import { createPreviewDocuments } from './previewDocument';
import { createRequestPages } from './requestPages';
import { createResponseDocument } from './responseDocument';

/** What provisioning needs. */
export interface ProvisionFeature
  extends
    Pick<ProvisionContext, 'http' | 'tokens' | 'fileSecrets' | 'consents' | 'records' | 'lock' | 'check'>,
    Pick<AccountFlows, 'requireAccess' | 'currentAccount' | 'enterSecrets'> {
  readonly ui: Ui;
  readonly log: Log;
  readonly accounts: Accounts;
  readonly lastResponse: LastResponse;
  readonly selector: vscode.DocumentSelector;
  /** The identifier in the address that leads a browser back to the extension. */
  readonly extensionId: string;
}

/** Registers the commands that provision and preview requests, show the last response and copy tokens. */
export function activateProvision(context: ProvisionFeature): vscode.Disposable {
  const { ui, log, accounts, lastResponse, selector, extensionId } = context;
  const browser = createWindowBrowser(extensionId, ui);
  const problems = createPlatformProblems();
  const pages = createRequestPages();
  const previews = createPreviewDocuments();
  const response = createResponseDocument(lastResponse);
  const provisioning = {
    ...context,
    browser,
    wait,
    // `process.env` also has inherited properties, such as `constructor`.
    environment: (name: string) => (Object.hasOwn(process.env, name) ? process.env[name] : undefined),
    trace: log.debug,
    showProblems: problems.show,
    showResponse: response.open,
    usedAnswers: new Set<string>(),
    runningSignIns: new Map(),
    wholeRequests: createWholeRequests(ui, pages),
    now: Date.now,
  };
  const provision = createProvisioner(provisioning);
  return vscode.Disposable.from(
    ...[browser, problems, pages, previews, response],
    registerCodeLens(selector, accounts),
    registerCommands(context, {
      'cloudElements.instance.provision': async (uri) => {
        if (vscode.workspace.isTrusted) await provision(await openDocument(uri));
        else await offerTrust(ui);
      },
      'cloudElements.request.preview': async (uri) => {
        const document = await openDocument(uri);
        await previews.open(document.uri, await requestPreview(provisioning, accounts.active(), document));
      },
      'cloudElements.response.show': async () => {
        if (lastResponse.text() === undefined) await ui.show({ tone: 'info', text: messages.noResponse });
        else await response.open();
      },
      'cloudElements.token.copy': () => copyToken(context),
    }),
  );
}

async function offerTrust(ui: Ui): Promise<void> {
  const notice = { tone: 'warning', text: messages.untrusted } as const;
  const pressed = await ui.show(notice, messages.buttons.manageTrust);
  if (pressed !== undefined) await vscode.commands.executeCommand('workbench.trust.manage');
}

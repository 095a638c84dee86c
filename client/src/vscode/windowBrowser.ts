import * as vscode from 'vscode';
import { sharedButtons } from '../../../engine/src/messages/buttons';
import * as messages from './messages';
import type { Browser } from '../../../engine/src/provisioning/provisionContext';
import {
  parametersOfDecodedQuery,
  readParameters,
  type Parameters,
} from '../../../engine/src/provisioning/signIn/redirect';
import type { Ui } from '../../../engine/src/ui';

/** Characters of an address that is taken along: longer than any provider's answer. */
const mostOfAddress = 16_384;

/**
 * {@link Browser} over VS Code, which hands redirects to `vscode://<extensionId>` to this window or to another one: where
 * nobody waits, the person can take the address along. Any page can make such a redirect: nothing of it is shown, and VS Code
 * shows the same words once.
 */
export function createWindowBrowser(extensionId: string, ui: Ui): Browser & { dispose(): void } {
  const listeners = new Set<(parameters: Parameters) => boolean>();
  const registered = vscode.window.registerUriHandler({
    handleUri: async (uri) => {
      const parameters = parametersOf(uri);
      if ([...listeners].some((take) => take(parameters))) return;
      const notice = { tone: 'warning', text: messages.nobodyWaits } as const;
      if ((await ui.show(notice, sharedButtons.copyAddress)) !== undefined)
        await ui.copy(addressOf(uri, parameters).slice(0, mostOfAddress));
    },
  });
  return {
    editorAddress: `${vscode.env.uriScheme}://${extensionId}`,
    open: async (url) => {
      try {
        // Taken as it is where it is a string, though the types do not say so: a Uri would be encoded anew, and the address
        // in its query with it (microsoft/vscode#85930, #173239).
        return await vscode.env.openExternal(url as unknown as vscode.Uri);
      } catch {
        return false;
      }
    },
    reaches: async (address) => {
      try {
        const local = vscode.Uri.parse(address);
        const external = await vscode.env.asExternalUri(local);
        return external.scheme === local.scheme && external.authority === local.authority;
      } catch {
        return false;
      }
    },
    onRedirect: (take) => {
      listeners.add(take);
      return () => {
        listeners.delete(take);
      };
    },
    dispose: () => {
      registered.dispose();
    },
  };
}

/** A desktop has decoded the query of a redirect once, and the page that hands it to a window in a browser has not. */
function parametersOf({ query }: vscode.Uri): Parameters {
  const isWeb = vscode.env.uiKind === vscode.UIKind.Web;
  return isWeb ? readParameters(new URLSearchParams(query)) : parametersOfDecodedQuery(query);
}

/** The address again, as a browser would show it: encoded, so that it is one word wherever it is pasted. */
function addressOf(uri: vscode.Uri, parameters: Parameters): string {
  return `${uri.with({ query: '', fragment: '' }).toString()}?${new URLSearchParams(parameters).toString()}`;
}

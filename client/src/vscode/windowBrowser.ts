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

/** Characters of an address to copy: more than any provider's answer has. */
const maxAddressLength = 16_384;

/**
 * {@link Browser} over VS Code, which passes a redirect to `vscode://<extensionId>` to any of its windows. Where this window
 * isn't waiting for one, a person can copy the address. Any page can make such a redirect, so nothing of it is shown, and VS
 * Code shows the same message only once.
 */
export function createWindowBrowser(extensionId: string, ui: Ui): Browser & { dispose(): void } {
  const listeners = new Set<(parameters: Parameters) => boolean>();
  const registered = vscode.window.registerUriHandler({
    handleUri: async (uri) => {
      const parameters = parametersOf(uri);
      if ([...listeners].some((accept) => accept(parameters))) return;
      const notice = { tone: 'warning', text: messages.noSignInPending } as const;
      if ((await ui.show(notice, sharedButtons.copyAddress)) !== undefined)
        await ui.copy(addressOf(uri, parameters).slice(0, maxAddressLength));
    },
  });
  return {
    editorAddress: `${vscode.env.uriScheme}://${extensionId}`,
    open: async (url) => {
      try {
        // VS Code opens a string unchanged, although the types do not allow one. It would encode a Uri again, including the
        // address in its query (microsoft/vscode#85930, #173239).
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
    onRedirect: (accept) => {
      listeners.add(accept);
      return () => {
        listeners.delete(accept);
      };
    },
    dispose: () => {
      registered.dispose();
    },
  };
}

/** On a desktop, VS Code has decoded the query of a redirect once. In a browser, it has not. */
function parametersOf({ query }: vscode.Uri): Parameters {
  const isWeb = vscode.env.uiKind === vscode.UIKind.Web;
  return isWeb ? readParameters(new URLSearchParams(query)) : parametersOfDecodedQuery(query);
}

/** The address as a browser shows it: encoded, so that it contains no spaces wherever it is pasted. */
function addressOf(uri: vscode.Uri, parameters: Parameters): string {
  return `${uri.with({ query: '', fragment: '' }).toString()}?${new URLSearchParams(parameters).toString()}`;
}

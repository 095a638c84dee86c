import assert from 'node:assert/strict';
import type { Browser } from '../../../engine/src/provisioning/provisionContext';
import { parametersOfAddress, type Parameters } from '../../../engine/src/provisioning/signIn/redirect';
import { navigate } from '../navigate';
import { noBrowser } from './ownWindow';

/** Presses a button of the sandbox's page; gives the address that the browser is sent to. */
export async function pressOnPage(url: string, answer: 'allow' | 'deny'): Promise<string> {
  const page = await fetch(url);
  assert.equal(page.status, 200, await page.text());
  const form = { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' } as const;
  const location = (await fetch(url, form)).headers.get('location');
  assert.ok(location !== null);
  return location;
}

/**
 * A browser with a person in front of it, who presses the same button on every page. It follows the redirect to this
 * computer or to the editor; anywhere else it stays there, and `address` is what its address bar shows.
 */
export function fakeBrowser(answer: 'allow' | 'deny' = 'allow'): {
  readonly browser: Browser;
  readonly address: () => string;
} {
  let address = '';
  let take: ((parameters: Parameters) => boolean) | undefined;
  const browser: Browser = {
    ...noBrowser,
    open: async (url) => {
      address = await pressOnPage(url, answer);
      if (/^http:\/\/(?:127\.|localhost|\[::1\])/.test(address)) await navigate(address);
      else if (address.startsWith(noBrowser.editorAddress)) take?.(parametersOfAddress(address) ?? {});
      return true;
    },
    onRedirect: (listener) => {
      take = listener;
      return () => {
        take = undefined;
      };
    },
  };
  return { browser, address: () => address };
}

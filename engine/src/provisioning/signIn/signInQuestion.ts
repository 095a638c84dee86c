import * as messages from './messages';
import { Cancelled, type Ui } from '../../ui';
import { describeHost, isThisComputer, parseAddress, type Callback } from './callback';
import type { Expected } from './redirect';
import type { Obstacle } from '../reasons';

/** A provider's page, about to be opened. */
export interface SignInPage {
  readonly elementName: string;
  /** Name of the account that the sign-in is for. */
  readonly account: string;
  /** Parsed once, so that what is shown is what is opened. */
  readonly url: URL;
  readonly callback: Callback;
  readonly callbackUrl: string;
  readonly expected: Expected;
}

/** Asks whether to open the page: shows its host, where it redirects to, and the obstacle. Throws `Cancelled` after a no. */
export async function confirmPage(
  ui: Ui,
  { url, account, elementName, callback, callbackUrl }: SignInPage,
  obstacle: Obstacle | undefined,
): Promise<void> {
  const target = parseAddress(callbackUrl);
  const isAway = callback.kind === 'elsewhere' && target !== undefined && !isThisComputer(target);
  const port = callback.kind === 'loopback' ? callback.port : 0;
  const detail = [
    messages.openPageDetail(elementName),
    ...(isAway ? [messages.callbackElsewhere(describeHost(target))] : []),
    ...(obstacle === undefined ? [] : [messages.obstacles[obstacle](port), messages.pasteOrStop]),
  ];
  const button = obstacle === undefined ? messages.buttons.openPage : messages.buttons.openPageAndPaste;
  const tone = isAway || obstacle !== undefined ? 'warning' : 'info';
  const notice = { tone, text: messages.openPage(describeHost(url), account), detail, modal: true } as const;
  if ((await ui.show(notice, button)) === undefined) throw new Cancelled();
}

/** Offers to copy the address if the browser did not open. Throws `Cancelled` if the person declines. */
export async function showNotOpened(ui: Ui, { elementName, url }: SignInPage): Promise<void> {
  const text = messages.browserNotOpened(elementName);
  const notice = { tone: 'warning', text, detail: messages.browserNotOpenedDetail, modal: true } as const;
  if ((await ui.show(notice, messages.buttons.copyAddress)) === undefined) throw new Cancelled();
  await ui.copy(url.href);
  ui.flash(messages.addressCopied);
}

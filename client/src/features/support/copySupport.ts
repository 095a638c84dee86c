import * as messages from '../../../../engine/src/messages';
import type { Services } from '../../commands/context';
import { supportText } from './supportText';

type SupportServices = Pick<Services, 'ui' | 'accounts' | 'lastResponse' | 'log' | 'windowFacts'>;

/** Copy Diagnostics for Support: puts what support needs on the clipboard, free of secrets and names, and says so. */
export async function copySupport(services: SupportServices): Promise<void> {
  const { ui, accounts, lastResponse, log, windowFacts } = services;
  const inUse = accounts.active();
  // A secret storage that fails is as good as none, and may be what support is asked about.
  const access = inUse && (await accounts.access(inUse).catch(() => undefined));
  const text = supportText({
    window: windowFacts(),
    accounts: accounts.list(),
    inUse,
    signedIn: access !== undefined,
    trouble: lastResponse.trouble(),
    lines: log.lines(),
  });
  await ui.copy(text);
  await ui.tell({ tone: 'info', text: messages.supportCopied });
}

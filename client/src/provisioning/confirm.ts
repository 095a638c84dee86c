import type { Account } from '../accounts/accounts';
import * as messages from '../messages';
import type { Notice, Ui } from '../ui';
import type { Filled } from './fillIn';
import { otherHosts } from './hosts';

/**
 * Asks before a request leaves, where there is something to say: it refers to values that are not in its file. Each time:
 * the file may have changed, and nobody reads all of it before each press. True where it may be sent.
 */
export async function confirm(ui: Ui, account: Account, body: string, { values }: Filled): Promise<boolean> {
  if (values.size === 0) return true;
  const { host } = new URL(account.baseUrl);
  const notice: Notice = {
    tone: 'warning',
    text: messages.sendReferences(account.label, host),
    detail: messages.sendReferencesDetail([...values.keys()], otherHosts(body, values, host)),
    modal: true,
  };
  return (await ui.tell(notice, messages.buttons.send)) !== undefined;
}

import type { Account } from '../accounts/accounts';
import type { Access } from '../platform/access';
import { UserFacingError } from '../ui';
import { isSame, type EarlierRequests } from './earlier';
import { lockAll } from './lock';
import type { ProvisionContext } from './provisionContext';
import { recordOf } from './records';
import { send, type PreparedRequest, type Sent } from './send';
import * as messages from './messages';

/**
 * Sends a request whose questions are answered, with locks so that no other press sends it or another request of the same
 * document meanwhile. Its record is on disk before it is sent, and its outcome afterwards. Returns `busy` if another press
 * is sending, or `changed` if the records are no longer those that the person was asked about: then nothing was sent. Throws
 * a `UserFacingError` if the request must not be sent.
 */
export async function sendOnce(
  context: ProvisionContext,
  prepared: PreparedRequest,
  earlier: EarlierRequests,
): Promise<Sent | 'busy' | 'changed'> {
  const { lock, records, now } = context;
  const { source, account, request } = prepared;
  const record = recordOf(source.name, account, request.document, now());
  const release = await lockAll(lock, [record.document, record.digest]).catch(() => {
    throw new UserFacingError(messages.lockFailed);
  });
  if (release === undefined) return 'busy';
  try {
    const access = await accessNow(context, account);
    const notWritten = () => {
      throw new UserFacingError(messages.recordFailed);
    };
    if (!isSame(await records.find(record).catch(notWritten), earlier)) return 'changed';
    await records.write(record).catch(notWritten);
    const superseded = earlier.records.filter(({ digest, instanceId }) => digest !== record.digest && !instanceId);
    await Promise.all(superseded.map((old) => records.drop(old).catch(() => undefined)));
    return await send(context, { ...prepared, access, record });
  } finally {
    await release();
  }
}

/**
 * Returns the current secrets of the account. Throws if the account was removed or changed while a question was open, which
 * may have been for long.
 */
async function accessNow({ currentAccount }: ProvisionContext, asked: Account): Promise<Access> {
  const current = await currentAccount(asked.id);
  if (current === undefined) throw new UserFacingError(messages.accountGoneUnsent(asked.label));
  const { account, access } = current;
  const isOther = (['baseUrl', 'kind', 'confirms'] as const).some((name) => account[name] !== asked[name]);
  if (isOther) throw new UserFacingError(messages.accountChanged(asked.label));
  if (access === undefined) throw new UserFacingError(messages.secretsRemovedUnsent(asked.label));
  return access;
}

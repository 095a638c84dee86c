import { referencesIn } from '../../../common/src/text/references';
import { hostOf, type Account } from '../accounts/accounts';
import * as messages from './messages';
import type { Access } from '../platform/access';
import type { Instance } from '../platform/instanceApi';
import { UserFacingError } from '../ui';
import type { CheckedRequest } from './checkRequest';
import { lockAll, type Lock } from './lock';
import { findCreatedInstance, type PendingCreation } from './outcome/findCreated';
import type { ProvisionContext, EditorDocument } from './provisionContext';
import { isResolved, recordOf, type CreationRecord } from './records';

/** The records of earlier requests that the person knows of when deciding to send another one. */
export interface EarlierRequests {
  readonly records: readonly CreationRecord[];
}

interface Asked {
  readonly source: EditorDocument;
  readonly account: Account;
  readonly access: Access;
  readonly request: CheckedRequest;
}

/**
 * Finds out what became of earlier requests of the same document, or of the same text, with this account. If the outcome of
 * one is unknown, whichever window sent it, its instance is searched for first. If the same text has already created an
 * instance, the person decides. Returns undefined if nothing is to be sent, after showing why. Sends no POST, and leaves
 * nothing locked.
 */
export async function resolveEarlierRequests(
  context: ProvisionContext,
  asked: Asked,
): Promise<EarlierRequests | undefined> {
  const { source, account, request } = asked;
  const mine = recordOf(source.name, account, request.document, 0);
  const read = () =>
    context.records.find(mine).catch(() => {
      throw new UserFacingError(messages.recordFailed);
    });
  const found = await read();
  const open = found.filter((record) => !isResolved(record));
  for (const record of open) {
    if (await isBeingSent(context.lock, record)) {
      await context.ui.show({ tone: 'info', text: messages.alreadyBeingProvisioned });
      return undefined;
    }
    const opening = messages.earlierUnresolved(account.label, new Date(record.startedAt).toLocaleString());
    const again = await findCreatedInstance(context, pendingCreationOf(context, asked, record), {
      opening,
      offersAnother: true,
    });
    if (!again) return undefined;
  }
  // The search may have resolved some of them.
  const records = open.length === 0 ? found : await read();
  const same = records.find(({ digest }) => digest === mine.digest);
  const isNew = !open.some(({ digest }) => digest === mine.digest);
  if (isNew && same?.instanceId !== undefined && !(await sendsAgain(context, account, same.instanceId)))
    return undefined;
  return { records };
}

/** True if the records are those of `earlier`, each with the same outcome. */
export function isSame(records: readonly CreationRecord[], earlier: EarlierRequests): boolean {
  const spell = (all: readonly CreationRecord[]) =>
    JSON.stringify(all.map(({ digest, startedAt, instanceId }) => [digest, startedAt, instanceId]));
  return spell(records) === spell(earlier.records);
}

/** True if the request is being sent now, in any running window: then it is locked. */
async function isBeingSent(lock: Lock, { document, digest }: CreationRecord): Promise<boolean> {
  const release = await lockAll(lock, [document, digest]).catch(() => {
    throw new UserFacingError(messages.lockFailed);
  });
  await release?.();
  return release === undefined;
}

function pendingCreationOf(
  { records }: ProvisionContext,
  { account, access, request }: Asked,
  record: CreationRecord,
): PendingCreation {
  const { elementKey, name, startedAt } = record;
  const elementName = elementKey === request.document.elementKey ? request.elementName : elementKey;
  // The value that a reference had when the request was sent is not known.
  const isKnown = name === undefined || referencesIn(name).length === 0;
  return {
    account,
    access,
    elementKey,
    elementName,
    startedAt,
    name: isKnown ? name : undefined,
    named: (instance: Instance) => ({ ...instance, elementKey, elementName, name: isKnown ? instance.name : name }),
    others: () => records.instanceIds(account.id),
    resolve: async ({ id }) => records.write({ ...record, instanceId: id }),
  };
}

async function sendsAgain({ ui }: ProvisionContext, account: Account, instanceId: string): Promise<boolean> {
  const notice = {
    tone: 'warning',
    text: messages.alreadyProvisioned(account.label, hostOf(account)),
    detail: messages.alreadyProvisionedDetail(instanceId),
    modal: true,
  } as const;
  return (await ui.show(notice, messages.buttons.provisionAgain)) !== undefined;
}

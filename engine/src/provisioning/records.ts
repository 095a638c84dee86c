import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from '../accounts/accounts';
import { isObject, parseJson } from '../../../common/src/json/jsonValue';
import { tokensOf } from '../../../common/src/json/readJson';
import type { RequestDocument } from './request/requestDocument';

/** A request to create an instance, written to disk before it is sent. Contains no secret, and no value of a reference. */
export interface CreationRecord {
  /** Digest of the account and of the request as written in the file, without whitespace between tokens. */
  readonly digest: string;
  /** Digest of the document's name. */
  readonly document: string;
  readonly accountId: string;
  /** Origin of the account's base URL. It is part of the record because the sandbox has a new port each time. */
  readonly origin: string;
  readonly elementKey: string;
  /** Name of the instance as written in the document. */
  readonly name?: string;
  /** When it was sent, by this computer's clock, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Id of the instance that the request created; absent while nobody knows whether it created one. */
  readonly instanceId?: string;
}

/** The requests that were sent from any window of this computer, including closed ones. */
export interface CreationRecords {
  /** The records of the same request or document with the same account, newest first. Throws if they cannot be read. */
  find(
    request: Pick<CreationRecord, 'digest' | 'document' | 'accountId' | 'origin'>,
  ): Promise<readonly CreationRecord[]>;
  /** Ids of the instances that an account's requests are known to have created. Throws if the records cannot be read. */
  instanceIds(accountId: string): Promise<ReadonlySet<string>>;
  /**
   * Writes a record, and replaces an earlier one of the same request. The caller must have locked the request. The record
   * is on disk when this resolves. Throws if it cannot be written.
   */
  write(record: CreationRecord): Promise<void>;
  /** Removes a record, for a request that created nothing or whose instance is deleted. */
  drop(record: CreationRecord): Promise<void>;
  /** Removes all records of an account. */
  forget(accountId: string): Promise<void>;
}

/** The most records on disk. Beyond that the oldest are removed, those with a known outcome first. */
const most = 500;

/** Creates the record of a request that is about to be sent. `source` is the document's name. */
export function recordOf(
  source: string,
  account: Account,
  request: RequestDocument,
  startedAt: number,
): CreationRecord {
  const { elementKey, name } = request;
  const { origin } = new URL(account.baseUrl);
  const digest = digestOf(JSON.stringify([account.id, origin, tokensOf(request).join('')]));
  return { digest, document: digestOf(source), accountId: account.id, origin, elementKey, name, startedAt };
}

/** Stores records as files in `folder`, which all windows of this computer share. A file is either complete or missing. */
export function createRecords(folder: string): CreationRecords {
  const fileOf = ({ digest }: Pick<CreationRecord, 'digest'>) => path.join(folder, `${digest}.json`);
  const all = async () => {
    const names = await namesIn(folder);
    const records = await Promise.all(names.map((name) => read(path.join(folder, name))));
    return records.filter((record) => record !== undefined).sort((a, b) => b.startedAt - a.startedAt);
  };
  const remove = async (records: readonly CreationRecord[]) => {
    await Promise.all(records.map((record) => rm(fileOf(record), { force: true })));
  };
  return {
    find: async ({ digest, document, accountId, origin }) =>
      (await all())
        .filter((one) => one.accountId === accountId && one.origin === origin)
        .filter((one) => one.digest === digest || one.document === document),
    instanceIds: async (accountId) => {
      const records = (await all()).filter((one) => one.accountId === accountId);
      return new Set(records.flatMap(({ instanceId }) => instanceId ?? []));
    },
    write: async (record) => {
      await mkdir(folder, { recursive: true });
      await replace(fileOf(record), JSON.stringify(record));
      const others = (await all()).filter(({ digest }) => digest !== record.digest);
      const [resolved, open] = [others.filter(isResolved), others.filter((one) => !isResolved(one))];
      await remove([...open, ...resolved].slice(most - 1));
    },
    drop: async (record) => {
      await remove([record]);
    },
    forget: async (accountId) => {
      await remove((await all()).filter((record) => record.accountId === accountId));
    },
  };
}

/** True if the outcome of a request is known. */
export function isResolved({ instanceId }: CreationRecord): boolean {
  return instanceId !== undefined;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Writes a file in one step: if the computer stops before the end, the previous file is still there. */
async function replace(file: string, text: string): Promise<void> {
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  await syncFolder(path.dirname(file));
}

/** A renamed file is on disk only once its folder is. Windows cannot open folders, but its file system writes names itself. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } catch {
    // Some file systems cannot sync a folder.
  } finally {
    await handle?.close();
  }
}

async function read(file: string): Promise<CreationRecord | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    // Another window may just have removed it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const value = parseJson(text);
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is CreationRecord {
  if (!isObject(value)) return false;
  const isText = (name: string) => typeof value[name] === 'string';
  const isTextOrNone = (name: string) => value[name] === undefined || isText(name);
  return (
    ['digest', 'document', 'accountId', 'origin', 'elementKey'].every(isText) &&
    ['name', 'instanceId'].every(isTextOrNone) &&
    typeof value['startedAt'] === 'number'
  );
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

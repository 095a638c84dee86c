import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { isObject, parseJson } from '../../../common/src/json/jsonValue';

/** A lock older than this is stale: a creation times out after 120 seconds, and storing its token after 10. */
export const staleAfterMs = 150_000;

/** Who owns a lock. */
interface LockOwner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Releases a lock. Never throws: a lock that cannot be removed goes stale. */
export type Release = () => Promise<void>;

/**
 * Takes the lock of that name, which all windows share. Returns undefined if it is taken already. Throws if the lock cannot
 * be written.
 */
export type Lock = (name: string) => Promise<Release | undefined>;

/** Takes all of these locks, or none of them. */
export async function lockAll(lock: Lock, names: readonly string[]): Promise<Release | undefined> {
  const taken: Release[] = [];
  const releaseAll = async () => {
    for (const release of taken) await release();
  };
  try {
    for (const name of names) {
      const release = await lock(name);
      if (release === undefined) {
        await releaseAll();
        return undefined;
      }
      taken.push(release);
    }
  } catch (error) {
    await releaseAll();
    throw error;
  }
  return releaseAll;
}

/** The system calls of a lock, as parameters so that tests can simulate a process that died. */
export interface LockEnvironment {
  readonly now: () => number;
  readonly isAlive: (pid: number) => boolean;
}

const here: LockEnvironment = {
  now: Date.now,
  isAlive: (pid) => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      // A process of another user cannot be signalled, but it exists.
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
};

/** Creates locks as exclusive files in `folder`, which all windows of this computer share. File names are digests. */
export function createLock(folder: string, environment: LockEnvironment = here): Lock {
  return async (name) => {
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.lock`);
    const owner: LockOwner = { id: randomUUID(), pid: process.pid, host: hostname(), time: environment.now() };
    const taken =
      (await create(file, owner)) || ((await clearStale(file, owner, environment)) && (await create(file, owner)));
    if (!taken) return undefined;
    return async () => release(file, owner);
  };
}

async function create(file: string, owner: LockOwner): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(JSON.stringify(owner));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a stale lock. Returns true if it did. Two windows may get here at the same time, and the second must not remove the
 * lock that the first has just taken. Therefore a guard file lets in one window at a time, which then checks the lock again.
 */
async function clearStale(file: string, owner: LockOwner, environment: LockEnvironment): Promise<boolean> {
  const isAbandoned = (found: Found | undefined) => found !== undefined && isStale(found, environment);
  if (!isAbandoned(await read(file))) return false;
  // The file extension must not change: windows with an older version of this extension use the same guard file.
  const guard = `${file}.door`;
  if (!(await create(guard, owner))) {
    // A stale guard file is from a process that died in the few milliseconds it exists. Without it, the next press succeeds.
    if (isAbandoned(await read(guard))) await rm(guard, { force: true });
    return false;
  }
  try {
    if (!isAbandoned(await read(file))) return false;
    await rm(file, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

interface Found {
  readonly text: string;
  /** When the file was last written, in milliseconds since 1970. */
  readonly written: number;
}

async function read(file: string): Promise<Found | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return { text, written: mtimeMs };
  } catch {
    return undefined;
  }
}

function isStale({ text, written }: Found, { now, isAlive }: LockEnvironment): boolean {
  const owner = readOwner(text);
  // Another window may have created the file without having written its owner yet.
  const age = now() - (owner?.time ?? written);
  if (age > staleAfterMs) return true;
  return owner?.host === hostname() && !isAlive(owner.pid);
}

function readOwner(text: string): LockOwner | undefined {
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  const { id, pid, host, time } = value;
  if (typeof id !== 'string' || typeof pid !== 'number' || typeof host !== 'string') return undefined;
  return typeof time === 'number' ? { id, pid, host, time } : undefined;
}

/** Removes the file, unless another window considered it stale and now owns it. */
async function release(file: string, owner: LockOwner): Promise<void> {
  const found = await read(file);
  if (found === undefined || readOwner(found.text)?.id !== owner.id) return;
  await rm(file, { force: true }).catch(() => undefined);
}

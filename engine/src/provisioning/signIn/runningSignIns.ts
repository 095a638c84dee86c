/** The sign-ins that are waiting in this window, by a key of the callback that they wait at. */
export type RunningSignIns = Map<string, { readonly stop: () => void; readonly ended: Promise<unknown> }>;

/**
 * Runs a sign-in as the only one of this window that waits at a callback. An older one is stopped first and has freed the
 * callback before `run` is called. The signal aborts when a newer one starts. A document is not locked while a person signs
 * in, so that a second press can start again.
 */
export async function runAlone<T>(
  running: RunningSignIns,
  callbackKey: string,
  run: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const older = running.get(callbackKey);
  const controller = new AbortController();
  const begin = async () => {
    older?.stop();
    await older?.ended.catch(() => undefined);
    return run(controller.signal);
  };
  const own = {
    stop: () => {
      controller.abort();
    },
    ended: begin(),
  };
  // Set before the first await, so that a third sign-in finds this one.
  running.set(callbackKey, own);
  try {
    return await own.ended;
  } finally {
    if (running.get(callbackKey) === own) running.delete(callbackKey);
  }
}

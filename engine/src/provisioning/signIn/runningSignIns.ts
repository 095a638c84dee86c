/** The sign-ins that wait in this window, by the place that their answer comes to. */
export type RunningSignIns = Map<string, { readonly stop: () => void; readonly ended: Promise<unknown> }>;

/**
 * Runs a sign-in as the only one of this window that waits at `place`. An older one there is stopped first, and has let go of
 * it by then; the signal says that a newer one wants it. A document is not locked while a person signs in, so a second press
 * is a new start.
 */
export async function runAlone<T>(
  running: RunningSignIns,
  place: string,
  run: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const older = running.get(place);
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
  // Before anything is waited for: a third one has to find this one.
  running.set(place, own);
  try {
    return await own.ended;
  } finally {
    if (running.get(place) === own) running.delete(place);
  }
}

/** Resolves after a number of milliseconds, or immediately when the signal aborts. Doesn't keep the process alive. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds).unref();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

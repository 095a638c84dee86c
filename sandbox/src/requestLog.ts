/** Remembers what arrived at the API, for tests to look at. Never printed, and only counts leave the process. */
import type { IncomingHttpHeaders } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** Method and path template, such as `GET /instances/{id}`; the path is `other` where the API has no such path. */
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RequestLog {
  readonly add: (request: RecordedRequest) => void;
  /** The latest requests, oldest first: at most {@link storedRequests}. */
  readonly requests: () => readonly RecordedRequest[];
  /** How many requests arrived, by operation. An operation that never arrived is absent. */
  readonly counts: () => Readonly<Record<string, number>>;
  readonly reset: () => void;
}

/** A sandbox may run for days; its counts stay exact. */
export const storedRequests = 500;

export function createRequestLog(): RequestLog {
  const stored: RecordedRequest[] = [];
  const counts = new Map<string, number>();
  return {
    add(request) {
      counts.set(request.operation, (counts.get(request.operation) ?? 0) + 1);
      stored.push(request);
      if (stored.length > storedRequests) stored.shift();
    },
    requests: () => [...stored],
    counts: () => Object.fromEntries(counts),
    reset() {
      stored.length = 0;
      counts.clear();
    },
  };
}

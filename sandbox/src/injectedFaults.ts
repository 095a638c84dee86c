/** Faults to inject into coming requests, to test how a client handles them. */
import { isDuration } from './sandboxSettings';
import { ok, type Reply } from './respond';

/** The faults. With some of them the request still does its work: the instance is created. */
export const faultNames = [
  /** 429 with `retry-after`. */
  'rate-limited',
  /** 500 in the platform's error shape. */
  'server-error',
  /** 400 in the platform's error shape, with a given message. */
  'says',
  /** 502 with a page of HTML, as a gateway sends. */
  'bad-gateway',
  /** Never answers. */
  'hang',
  /** Connection reset, nothing done. */
  'reset-before-commit',
  /** The work is done, and nothing ever answers. */
  'hang-after-commit',
  /** The work is done, then the connection is reset. */
  'reset-after-commit',
  /** The work is done; 200 without a body. */
  'empty-body',
  /** The work is done; 200 with JSON of another shape. */
  'wrong-shape',
  /** The usual answer, `milliseconds` later. The work is done then, even if the client has left. */
  'delay',
] as const;

export type FaultName = (typeof faultNames)[number];

export interface Fault {
  readonly name: FaultName;
  /** Only requests with this method and path template, such as `POST /instances`. Any request of the API if absent. */
  readonly on?: string;
  /** For `delay`. 1,000 if absent. */
  readonly milliseconds?: number;
  /** For `rate-limited`: seconds in the `retry-after` header. 30 if absent. */
  readonly retryAfter?: number;
  /** For `says`: what the platform and the provider say. Nothing of the latter if absent. */
  readonly message?: string;
  readonly providerMessage?: string;
}

export interface Faults {
  /** The next request that fits gets this fault, once. Several wait in line. */
  readonly next: (fault: Fault | FaultName) => void;
  /** Every request that fits gets this fault, until cleared, unless one that is set by `next` fits too. */
  readonly always: (fault: Fault | FaultName) => void;
  readonly clear: () => void;
  readonly pending: () => { readonly next: readonly Fault[]; readonly always: readonly Fault[] };
  /** The fault for a request with this method and path template; a one-shot fault is used up. */
  readonly take: (operation: string) => Fault | undefined;
}

export function createFaults(): Faults {
  const once: Fault[] = [];
  const sticky: Fault[] = [];
  const toFault = (fault: Fault | FaultName): Fault => (typeof fault === 'string' ? { name: fault } : fault);
  return {
    next: (fault) => void once.push(toFault(fault)),
    always: (fault) => void sticky.push(toFault(fault)),
    clear() {
      once.length = 0;
      sticky.length = 0;
    },
    pending: () => ({ next: [...once], always: [...sticky] }),
    take(operation) {
      const fits = ({ on }: Fault) => on === undefined || on === operation;
      const index = once.findIndex(fits);
      return index >= 0 ? once.splice(index, 1)[0] : sticky.find(fits);
    },
  };
}

/** What happens on the wire: a reply, no reply, or a reset of the connection. */
export type Outcome = Reply | 'hang' | 'reset';

type Handle = () => Promise<Reply>;
type Wait = (milliseconds: number) => Promise<void>;

type Effect = (handle: Handle, fault: Fault, wait: Wait) => Outcome | Promise<Outcome>;

const effects: Readonly<Record<FaultName, Effect>> = {
  'rate-limited': (_handle, { retryAfter = 30 }) => ({
    kind: 'error',
    status: 429,
    message: 'Too many requests',
    headers: { 'Retry-After': String(retryAfter) },
  }),
  'server-error': () => ({ kind: 'error', status: 500, message: 'Internal server error' }),
  says: (_handle, { message = 'Refused', providerMessage }) => ({
    ...{ kind: 'error', status: 400, message },
    ...(providerMessage !== undefined && { providerMessage }),
  }),
  'bad-gateway': () => ({
    kind: 'text',
    status: 502,
    type: 'text/html',
    text: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n',
  }),
  hang: () => 'hang',
  'hang-after-commit': async (handle): Promise<Outcome> => {
    await handle();
    return 'hang';
  },
  'reset-before-commit': () => 'reset',
  'reset-after-commit': async (handle): Promise<Outcome> => {
    await handle();
    return 'reset';
  },
  'empty-body': async (handle) => {
    await handle();
    return { kind: 'text', status: 200, type: 'application/json;charset=UTF-8', text: '' };
  },
  'wrong-shape': async (handle) => {
    await handle();
    return ok(['accepted']);
  },
  delay: async (handle, { milliseconds = 1000 }, wait) => {
    await wait(milliseconds);
    return handle();
  },
};

/** Does to a request what the fault says. `handle` does the request's work and never rejects for a bad request. */
export async function applyFault(fault: Fault, handle: Handle, wait: Wait): Promise<Outcome> {
  return effects[fault.name](handle, fault, wait);
}

/** The fault in a JSON value, with its name under `next` or `always`; or what is wrong with it. */
export function readFault(
  json: Readonly<Record<string, unknown>>,
): { readonly when: 'next' | 'always'; readonly fault: Fault } | string {
  const { next, always, on, milliseconds, retryAfter, message, providerMessage } = json;
  const name = faultNames.find((known) => known === (next ?? always));
  if (!name || (next !== undefined && always !== undefined)) {
    return `Set either "next" or "always" to one of ${faultNames.join(', ')}.`;
  }
  if (on !== undefined && typeof on !== 'string') return 'on is a method and path, such as "POST /instances".';
  const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string';
  if (!isText(message) || !isText(providerMessage)) return 'message and providerMessage are texts.';
  if (milliseconds !== undefined && !isDuration(milliseconds)) return 'milliseconds is a number, 0 or more.';
  if (retryAfter !== undefined && !isDuration(retryAfter)) return 'retryAfter is a number of seconds, 0 or more.';
  return {
    when: next === undefined ? 'always' : 'next',
    fault: {
      name,
      ...(on !== undefined && { on }),
      ...(milliseconds !== undefined && { milliseconds }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...(message !== undefined && { message }),
      ...(providerMessage !== undefined && { providerMessage }),
    },
  };
}

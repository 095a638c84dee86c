/** The sandbox: a local HTTP server that answers as the platform does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { authorize, sandboxSecrets } from './checkAuthorization';
import { answerControl } from './control';
import { type ElementFacts, readFacts } from './facts';
import { applyFault, createFaults, type Faults, type Outcome } from './injectedFaults';
import { isOwnHost } from './host';
import { createInstanceStore, type Instance } from './storedInstances';
import { listen, reset, type Tls } from './listening';
import { consent, type ConsentTo } from './oauth/consent';
import { createConsents } from './oauth/signInConsents';
import { answerPage, pagePath } from './oauth/signInPage';
import { checkContentType, readBody } from './incomingRequest';
import { createRequestLog, type RecordedRequest } from './requestLog';
import { methodNotAllowed, newRequestId, redirect, HttpError, type Reply, send } from './respond';
import { type Match, matchRoute } from './route';
import { createRoutes } from './routes';
import { defaultSettings, latencyOf, type Settings } from './sandboxSettings';

export type { Fault, FaultName, Faults } from './injectedFaults';
export type { Instance } from './storedInstances';
export type { Tls } from './listening';
export type { RecordedRequest } from './requestLog';
export type { Settings } from './sandboxSettings';
export { faultNames } from './injectedFaults';
export { sandboxSecrets } from './checkAuthorization';

/** Where the API lies on every host of the platform. */
export const apiPath = '/elements/api-v2';

export interface SandboxOptions extends Partial<Settings> {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The elements it knows. All in test/fixtures/facts if absent. */
  readonly elements?: readonly ElementFacts[];
  /** Makes it speak HTTPS, with this key and certificate, and not HTTP. */
  readonly tls?: Tls;
}

export interface Sandbox {
  /** Such as `http://127.0.0.1:8088`, without a path; `https:` with `tls`. */
  readonly url: string;
  /** The url with the API's path, `/elements/api-v2`. */
  readonly baseUrl: string;
  /** Fixed and public: no secrets at all. */
  readonly secrets: { readonly user: string; readonly organization: string };
  readonly faults: Faults;
  /** May be changed while it runs. */
  readonly settings: Settings;
  /** Requests of the API so far, by method and path template: `counts()['POST /instances']` is undefined before the first. */
  readonly counts: () => Readonly<Record<string, number>>;
  /** The latest requests of the API with their headers and bodies, secrets included: not for printing. */
  readonly requests: () => readonly RecordedRequest[];
  /** Forgets counts and requests. */
  readonly resetRequests: () => void;
  /** The instances that exist, as a list call would show them. */
  readonly instances: () => readonly Instance[];
  /**
   * Returns what Allow on the provider's page would: `providerData` for one creation with this configuration. Throws an
   * Error for an element that is unknown or does not sign in by OAuth.
   */
  readonly consent: (to: ConsentTo) => Record<string, string>;
  /** Ends every connection and pending answer. Resolves when the port is free. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a sandbox on 127.0.0.1. Everything is in memory and gone when it closes.
 * Rejects with an Error that says what to do when the port is in use or a facts file is broken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, elements = readFacts(), tls, ...given } = options;
  const settings: Settings = { ...defaultSettings, ...given };
  let origin = '';
  const consents = createConsents(settings);
  const store = createInstanceStore();
  const log = createRequestLog();
  const faults = createFaults();
  const routes = createRoutes({ elements, store, settings, consents, origin: () => origin });
  const closing = new AbortController();
  const wait = (milliseconds: number) => delay(milliseconds, undefined, { signal: closing.signal });

  async function answerApi(incoming: IncomingMessage, url: URL, body: string | undefined): Promise<Outcome> {
    const method = incoming.method ?? '';
    const match = matchRoute(routes, method, url.pathname.slice(apiPath.length));
    const operation = `${method} ${match.template ?? 'other'}`;
    log.add({ method, url: incoming.url ?? '', operation, headers: incoming.headers, body: body ?? '' });
    const { redirectTo } = settings;
    const handle = () =>
      redirectTo === null
        ? replying(() => answerRoute(match, incoming, url, body))
        : Promise.resolve(redirect(redirectTo));
    const fault = faults.take(operation);
    return fault ? applyFault(fault, handle, wait) : handle();
  }

  async function answerRoute(match: Match, incoming: IncomingMessage, url: URL, body?: string): Promise<Reply> {
    const { route, parameter, methods } = match;
    // Status documented, wording ours.
    if (methods.length === 0) throw new HttpError(404, 'Not found');
    if (!route) return methodNotAllowed(methods);
    const token = authorize(
      route.access,
      incoming.headers.authorization,
      (element) => store.withToken(element) !== undefined,
    );
    if (route.method === 'POST') checkContentType(incoming);
    if (body === undefined) throw new HttpError(429, 'The request is larger than 8 MB');
    const latency = route.slow ? latencyOf(settings) : 0;
    if (latency > 0) await wait(latency);
    return route.answer({ parameter, query: url.searchParams, body, token: token ?? '' });
  }

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = newRequestId();
    const body = await readBody(incoming);
    if (!isOwnHost(incoming.headers.host, origin)) {
      send(response, { kind: 'error', status: 421, message: `This sandbox answers at ${origin} only` }, requestId);
      return;
    }
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const outcome = await (url.pathname.startsWith(`${apiPath}/`)
      ? answerApi(incoming, url, body)
      : replying(() => {
          if (url.pathname === pagePath)
            return answerPage(incoming.method ?? '', url.searchParams, body ?? '', consents);
          if (incoming.method === 'POST') checkContentType(incoming);
          return answerControl(incoming.method ?? '', url.pathname, body ?? '', { faults, log, settings });
        }));
    if (outcome === 'reset') reset(incoming.socket);
    else if (outcome !== 'hang') send(response, outcome, requestId);
  }

  const { url, close } = await listen(
    (incoming, response) => {
      // Only a client that left in the middle, a malformed URL or close() gets here: there is nobody left to answer.
      respond(incoming, response).catch(() => incoming.socket.destroy());
    },
    port,
    tls,
  );
  origin = url;
  return {
    url,
    baseUrl: url + apiPath,
    secrets: sandboxSecrets,
    faults,
    settings,
    counts: log.counts,
    requests: log.requests,
    resetRequests: log.reset,
    instances: store.list,
    consent: (to) => consent(elements, consents, to),
    close: () => {
      closing.abort();
      return close();
    },
  };
}

/** Turns an HttpError into its reply. Any other error is a bug of the sandbox and reported as one. */
async function replying(answer: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof HttpError) return error.reply;
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return { kind: 'error', status: 500, message: `The sandbox itself failed: ${String(error)}` };
  }
}

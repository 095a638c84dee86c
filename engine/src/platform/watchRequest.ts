import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** What is known about one request from the events on its connection, not from an error message. */
export interface Watch {
  /**
   * True if the request certainly hasn't been sent and never will be: it wasn't made, or it has had no connection so far and
   * this function ends it. There is a connection after `connect` on the socket, or after `secureConnect` on a TLS socket:
   * nothing of a request is written before that. False for a request that wasn't seen.
   */
  readonly endUnsent: () => boolean;
  /** The request's own error. node-fetch wraps its message and puts the URL before it. */
  readonly error: () => Error | undefined;
  /** Why the proxy refused a connection, if the agent that VS Code installs for its proxy settings reported it. */
  readonly proxyError: () => unknown;
}

interface Maker {
  request: (...args: unknown[]) => ClientRequest;
}

/**
 * Calls `start` and watches the request that it makes with Node's `http` or `https`, depending on `protocol`.
 *
 * node-fetch doesn't expose its ClientRequest, and VS Code replaces any agent of ours with its own. So this function replaces
 * the module's function `request` while `start` runs. `start` awaits nothing, so no other call can come between. (VS Code
 * gives each extension a copy of both modules.) If the function can't be replaced, the request just isn't seen.
 */
export function watchRequest<T>(protocol: string, start: () => T): { readonly result: T; readonly watch: Watch } {
  const maker = (protocol === 'https:' ? https : http) as Maker;
  const { request: original } = maker;
  const { watch, made, notMade } = newWatch();
  const watched: Maker['request'] = (...args) => {
    let request: ClientRequest;
    try {
      request = original.apply(maker, args);
    } catch (error) {
      notMade();
      throw error;
    }
    made(request);
    return request;
  };
  const restore = replaceRequest(maker, watched);
  try {
    return { result: start(), watch };
  } finally {
    restore();
  }
}

function replaceRequest(maker: Maker, replacement: Maker['request']): () => void {
  const { request: original } = maker;
  try {
    maker.request = replacement;
  } catch {
    return () => undefined;
  }
  return () => {
    maker.request = original;
  };
}

function newWatch() {
  let request: ClientRequest | undefined;
  let wasRefused = false;
  let isConnected = false;
  let proxyError: unknown;
  let error: Error | undefined;
  const connected = () => {
    isConnected = true;
  };
  const onSocket = (socket: Socket) => {
    const awaited = awaitedEvent(socket);
    if (awaited === undefined) connected();
    else socket.once(awaited, connected);
  };
  const watch: Watch = {
    endUnsent: () => {
      if (isConnected || (request === undefined && !wasRefused)) return false;
      request?.destroy();
      return true;
    },
    error: () => error,
    proxyError: () => proxyError,
  };
  return {
    watch,
    made: (made: ClientRequest) => {
      // A second request would be a repetition. Nobody knows which of the two counts, so it counts as connected.
      if (request !== undefined) connected();
      request = made;
      if (made.socket) onSocket(made.socket);
      made.on('socket', onSocket);
      made.once('error', (reason) => {
        error = reason;
      });
      made.once('proxy', (event?: { readonly error?: unknown }) => {
        proxyError = event?.error;
      });
    },
    notMade: () => {
      wasRefused = true;
    },
  };
}

/**
 * The event that a socket emits when it is connected. Undefined if it is connected already: it is reused from another
 * request, or leads through a proxy. A socket that isn't Node's own may be connected, so it counts as connected.
 */
function awaitedEvent(socket: Socket): 'connect' | 'secureConnect' | undefined {
  if (socket instanceof TLSSocket) return isSecuring(socket) ? 'secureConnect' : undefined;
  return socket.pending ? 'connect' : undefined;
}

/** True while the handshake of a TLS socket is in progress. Node's types don't include this property. */
function isSecuring(socket: TLSSocket): boolean {
  return 'secureConnecting' in socket && socket.secureConnecting === true;
}

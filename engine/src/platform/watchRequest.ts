import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** What is known of one request from what happened to it, not from what an error says. */
export interface Watch {
  /**
   * True where the request surely has not left, and then it never will: it was not made, or it had no connection so far,
   * and is ended by this. A connection is `connect` on its socket, `secureConnect` where that is one of TLS: nothing of a
   * request is written before. False for a request that was not seen.
   */
  readonly endUnsent: () => boolean;
  /** The request's own error; node-fetch wraps its message and puts the URL in front. */
  readonly error: () => Error | undefined;
  /** Why the proxy refused a connection, if the agent that VS Code installs for its proxy settings reported it. */
  readonly proxyError: () => unknown;
}

interface Maker {
  request: (...args: unknown[]) => ClientRequest;
}

/**
 * Calls `start`, and watches the request that it makes by Node's `http` or `https`, as `protocol` says.
 *
 * node-fetch keeps its ClientRequest to itself, and VS Code puts its own agent in place of one of ours. So the module's
 * function `request` is another one while `start` runs, which awaits nothing: no call but ours can come between. (VS Code
 * gives each extension a copy of both modules.) Where the function cannot be replaced, the request is just not seen.
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
      // A second one would be a repetition: which of them is meant, nobody knows.
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
 * The event that tells of a socket's connection, or undefined for one that has it: another request's that is used again,
 * or one through a proxy. What is no socket of Node's own has it, too, for all that is known.
 */
function awaitedEvent(socket: Socket): 'connect' | 'secureConnect' | undefined {
  if (socket instanceof TLSSocket) return isSecuring(socket) ? 'secureConnect' : undefined;
  return socket.pending ? 'connect' : undefined;
}

/** Node's own mark of a TLS socket whose handshake goes on, which its types leave out. */
function isSecuring(socket: TLSSocket): boolean {
  return 'secureConnecting' in socket && socket.secureConnecting === true;
}

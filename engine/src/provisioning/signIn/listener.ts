import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ListenProblem } from '../reasons';
import type { Callback } from './callback';
import { readNavigation } from './navigation';
import { pageFor, type PageKind } from './redirectPage';
import type { Parameters } from './redirect';

export interface Listening {
  /** Frees the port. A page that is being sent still arrives in the browser; every other connection is closed. */
  close(): void;
}

/**
 * Limits of the listener, because any program on this computer can connect to it: simultaneous connections, milliseconds to
 * receive a request or send its response, milliseconds between checks of that, and bytes of the request line and headers.
 * Connections that exceed a limit are closed.
 */
const usualBounds = { connections: 32, timeoutMs: 10_000, checkMs: 1_000, headerBytes: 16_384 };

/**
 * Listens at exactly the address and port of a callback. For `localhost` that is both 127.0.0.1 and ::1, or only one of them
 * if the computer does not have the other. Calls `onRedirect` with the parameters of each redirect to the callback's path; it
 * returns which page the browser shows. The page contains nothing of the request.
 */
export async function listen(
  callback: Pick<Extract<Callback, { kind: 'loopback' }>, 'host' | 'port' | 'path'>,
  onRedirect: (parameters: Parameters) => PageKind,
  bounds = usualBounds,
): Promise<Listening | { readonly problem: ListenProblem }> {
  const { host, port } = callback;
  // Port 0 would mean any port, and no browser connects to it.
  if (port === 0) return { problem: 'failed' };
  const servers: { readonly server: Server; readonly drop: () => void }[] = [];
  const close = () => {
    for (const { server, drop } of servers) {
      server.close();
      drop();
    }
  };
  const problems: ListenProblem[] = [];
  for (const address of host === 'localhost' ? ['127.0.0.1', '::1'] : [host.replace(/^\[(.*)\]$/, '$1')]) {
    const one = createOne(callback, onRedirect, bounds);
    const problem = await start(one.server, address, port);
    if (problem === undefined) servers.push(one);
    else problems.push(problem);
  }
  const [problem] = problems.filter((found) => servers.length === 0 || found !== 'unavailable');
  if (problem === undefined) return { close };
  close();
  return { problem };
}

function createOne(
  callback: Pick<Extract<Callback, { kind: 'loopback' }>, 'host' | 'port' | 'path'>,
  onRedirect: (parameters: Parameters) => PageKind,
  { connections, timeoutMs, checkMs, headerBytes }: typeof usualBounds,
) {
  const options = {
    maxHeaderSize: headerBytes,
    headersTimeout: timeoutMs,
    requestTimeout: timeoutMs,
    connectionsCheckingInterval: checkMs,
  };
  /** Oldest first. */
  const sockets = new Set<Socket>();
  const answered = new WeakSet<Socket>();
  const server = createServer(options, (request, response) => {
    const parameters = readNavigation(request, callback);
    answered.add(request.socket);
    const { status, html } = pageFor(parameters === undefined ? 'not-here' : onRedirect(parameters));
    response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(html) }).end(html);
  });
  server.timeout = timeoutMs;
  server.maxRequestsPerSocket = 1;
  server.on('connection', (socket: Socket) => {
    // Idle connections must not block the browser: beyond the limit, the oldest is closed.
    const [oldest] = sockets;
    if (sockets.size >= connections) oldest?.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const drop = () => {
    for (const socket of sockets) if (!answered.has(socket)) socket.destroy();
  };
  return { server, drop };
}

const problemsByCode: Readonly<Record<string, ListenProblem>> = {
  EADDRINUSE: 'busy',
  EACCES: 'forbidden',
  EADDRNOTAVAIL: 'unavailable',
  EAFNOSUPPORT: 'unavailable',
};

// The address of this page contains the code. Therefore the page is not cached, and nothing on it can send the code anywhere.
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  Connection: 'close',
};

/** Resolves to undefined once the server listens, or to why it cannot. */
function start(server: Server, host: string, port: number): Promise<ListenProblem | undefined> {
  return new Promise((resolve) => {
    // The handler stays: a later error, such as too many open files, must not crash the extension host.
    server.on('error', (error: NodeJS.ErrnoException) => {
      resolve(problemsByCode[error.code ?? ''] ?? 'failed');
    });
    server.listen({ port, host, ipv6Only: true }, () => {
      resolve(undefined);
    });
  });
}

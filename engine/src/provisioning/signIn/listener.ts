import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ListenProblem } from '../reasons';
import type { Callback } from './callback';
import { readNavigation } from './navigation';
import { pageFor, type PageKind } from './redirectPage';
import type { Parameters } from './redirect';

export interface Listening {
  /** Frees the port. A page on its way to the browser still gets there; every other connection ends. */
  close(): void;
}

/**
 * Bounds of what anyone on this computer can make the listener hold: connections at once, milliseconds that a request may
 * take to come or its answer to leave, and bytes of its first line and headers. Node.js ends what does not keep to them.
 */
const usualBounds = { connections: 32, patienceMs: 10_000, lookMs: 1_000, headerBytes: 16_384 };

/**
 * Listens where a callback says, on the very address and port, and nowhere else: `localhost` is 127.0.0.1 and ::1, of which a
 * computer may have one only. `onRedirect` gets the parameters of each browser that is sent to its path, and says which page
 * is shown then; the page repeats nothing of the request.
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
  { connections, patienceMs, lookMs, headerBytes }: typeof usualBounds,
) {
  const options = {
    maxHeaderSize: headerBytes,
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: lookMs,
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
  server.timeout = patienceMs;
  server.maxRequestsPerSocket = 1;
  server.on('connection', (socket: Socket) => {
    // Idle connections must not lock the browser out: the oldest is closed.
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

// The address of this page holds the code: nothing keeps it, and nothing on the page could send it anywhere.
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  Connection: 'close',
};

/** Resolves to what is in the way, or to undefined once it listens. */
function start(server: Server, host: string, port: number): Promise<ListenProblem | undefined> {
  return new Promise((resolve) => {
    // One that comes later (no more files may be opened) must not end the extension host.
    server.on('error', (error: NodeJS.ErrnoException) => {
      resolve(problemsByCode[error.code ?? ''] ?? 'failed');
    });
    server.listen({ port, host, ipv6Only: true }, () => {
      resolve(undefined);
    });
  });
}

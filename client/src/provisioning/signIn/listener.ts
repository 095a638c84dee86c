import { createServer, type Server } from 'node:http';
import { parseAddress, type Callback } from './callback';
import { pageFor, type PageKind } from './page';
import type { Parameters } from './redirect';

/** Why nothing can be received at a callback address of this computer. Worded in messages. */
export type ListenProblem = 'busy' | 'forbidden' | 'failed';

export interface Listening {
  /** Frees the port. A page on its way to the browser still gets there. */
  close(): void;
}

/**
 * Listens on 127.0.0.1 and ::1, on the very port and path of a callback, and nowhere else. `onRedirect` gets the parameters of each
 * request for that path, and says which page the browser shows then; the page repeats nothing of the request.
 */
export async function listen(
  { port, path }: Pick<Extract<Callback, { kind: 'loopback' }>, 'port' | 'path'>,
  onRedirect: (parameters: Parameters) => PageKind,
): Promise<Listening | { readonly problem: ListenProblem }> {
  const answer = (): Server =>
    createServer((request, response) => {
      const url = parseAddress(`http://127.0.0.1${request.url ?? ''}`);
      const isRedirect = request.method === 'GET' && url?.pathname === path;
      const kind = isRedirect ? onRedirect(Object.fromEntries(url.searchParams)) : 'not-here';
      const { status, html } = pageFor(kind);
      response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(html) }).end(html);
    });
  const servers: Server[] = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeIdleConnections();
    }
  };
  // A browser takes either of them for localhost. A computer without IPv6 has one only.
  for (const host of ['127.0.0.1', '::1']) {
    const server = answer();
    const code = await start(server, host, port);
    if (code === undefined) servers.push(server);
    else if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') {
      close();
      return { problem: problems[code] ?? 'failed' };
    }
  }
  return servers.length === 0 ? { problem: 'failed' } : { close };
}

const problems: Readonly<Record<string, ListenProblem>> = { EADDRINUSE: 'busy', EACCES: 'forbidden' };

// The address of this page holds the code: nothing keeps it, and nothing on the page could send it anywhere.
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  Connection: 'close',
};

/** Resolves to the code of the error, or to undefined once it listens. */
function start(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? 'failed');
    });
    server.listen({ port, host, ipv6Only: true }, () => {
      resolve(undefined);
    });
  });
}

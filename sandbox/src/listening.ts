/** A server on a port of this computer. */
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A private key and its certificate, both PEM. */
export interface Tls {
  readonly key: string;
  readonly cert: string;
}

export interface Listening {
  /** Such as `http://127.0.0.1:8088`, without a path. */
  readonly url: string;
  /** Ends every connection. Resolves when the port is free. */
  readonly close: () => Promise<void>;
}

/**
 * Listens on 127.0.0.1; port 0 takes any free one. With `tls`, speaks HTTPS and nothing else.
 * Rejects with an Error that says what to do when the port is in use.
 */
export async function listen(onRequest: RequestListener, port: number, tls?: Tls): Promise<Listening> {
  const server = tls ? createHttpsServer({ ...tls }, onRequest) : createHttpServer(onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      const message = `Port ${port} of 127.0.0.1 is in use. Stop the program that has it, or choose another port: npm run sandbox -- --port <number>.`;
      reject(busy ? new Error(message, { cause: error }) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Resets a connection. Node cannot reset one with TLS, so that is destroyed without a closing message. */
export function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

import net from 'node:net';
import tls from 'node:tls';

/** A server that notes all it gets of a request, decrypted, and does with the connection what a test says. */
export interface Witness {
  readonly port: number;
  /** All bytes of requests so far, over all connections. */
  readonly received: () => string;
  readonly close: () => Promise<void>;
}

export interface Behaviour {
  /** Key, certificate and versions; plain TCP where it is absent. */
  readonly tls?: tls.TlsOptions;
  /** Called once there is a connection; over TLS, once that is secure. */
  readonly onConnection?: (socket: net.Socket) => void;
  /** Called once a whole request has come. */
  readonly onRequest?: (socket: net.Socket) => void;
}

/** Starts a {@link Witness} on 127.0.0.1. */
export async function startWitness({ tls: options, onConnection, onRequest }: Behaviour): Promise<Witness> {
  let all = '';
  const serve = (socket: net.Socket) => {
    let own = '';
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      all += data.toString('latin1');
      own += data.toString('latin1');
      if (isWhole(own)) onRequest?.(socket);
    });
    onConnection?.(socket);
  };
  const server = options === undefined ? net.createServer(serve) : tls.createServer(options, serve);
  server.on('tlsClientError', () => undefined);
  return { ...(await listening(server)), received: () => all };
}

/** Lets a server listen on any free port of 127.0.0.1; its end is the end of its connections, too. */
export async function listening(server: net.Server): Promise<{ port: number; close: () => Promise<void> }> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    socket.on('error', () => undefined);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const socket of sockets) socket.destroy();
    });
  return { port: address.port, close };
}

/** True where the head of a request, or its body, has come whole: the platform may have acted on it. */
export function isWhole(received: string): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = Number(/^content-length: *(\d+)/im.exec(received.slice(0, end))?.[1] ?? 0);
  return received.length >= end + 4 + length;
}

/** A TCP relay to `port` that flips one bit in the nth TLS record (RFC 8446, 5.1) which the server sends, from 0. */
export async function startFlipper(port: number, nth: number): Promise<{ port: number; close: () => Promise<void> }> {
  const relay = net.createServer((client) => {
    const server = net.connect(port, '127.0.0.1');
    let waiting = Buffer.alloc(0);
    let count = 0;
    server.on('error', () => client.destroy());
    server.on('close', () => client.destroy());
    client.on('close', () => server.destroy());
    client.on('data', (data) => server.write(data));
    server.on('data', (data) => {
      waiting = Buffer.concat([waiting, data]);
      while (waiting.length >= 5 && waiting.length >= 5 + waiting.readUInt16BE(3)) {
        const end = 5 + waiting.readUInt16BE(3);
        const record = Buffer.from(waiting.subarray(0, end));
        waiting = waiting.subarray(end);
        if (count++ === nth) record.writeUInt8(record.readUInt8(end - 1) ^ 1, end - 1);
        client.write(record);
      }
    });
  });
  return listening(relay);
}

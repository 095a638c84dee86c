import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

// The proxy itself is asked as ever.
const { request: ask } = http;

/** Gives a request its socket. */
export type Connect = (options: http.RequestOptions) => Promise<net.Socket>;

/**
 * Puts an agent into every request of Node's `http` and `https`, as VS Code does in its extension host; undone by the
 * function that it gives. Where `connect` fails the request is told by the event `proxy`, and then fails.
 */
export function putAgentIn(connect: Connect): () => void {
  const undo = [replaceRequest(http, 'http:', connect), replaceRequest(https, 'https:', connect)];
  return () => {
    for (const one of undo) one();
  };
}

interface Maker {
  request: (url: string, options: http.RequestOptions) => http.ClientRequest;
}

function replaceRequest(module: Maker, protocol: string, connect: Connect): () => void {
  const { request } = module;
  const agent = Object.assign(new http.Agent(), {
    protocol,
    addRequest: (asking: http.ClientRequest, options: http.RequestOptions) => {
      connect(options).then(
        (socket) => {
          asking.onSocket(socket);
        },
        (error: unknown) => {
          asking.emit('proxy', { proxy: 'PROXY', error });
          asking.emit('error', new Error('Failed to establish a socket connection to proxies: PROXY'));
        },
      );
    },
  });
  module.request = (url, options) => request(url, { ...options, agent });
  return () => {
    module.request = request;
  };
}

/** Connects through the HTTP proxy at `port`, by CONNECT; `ca` are the certificates that count. */
export function throughTunnel(port: number, ca: string): Connect {
  return ({ host, port: target }) =>
    new Promise((resolve, reject) => {
      const authority = `${host ?? ''}:${target ?? ''}`;
      const asked = ask({ host: '127.0.0.1', port, method: 'CONNECT', path: authority, agent: false });
      asked.on('error', reject);
      asked.on('connect', (answer, socket) => {
        if (answer.statusCode === 200) {
          resolve(tls.connect({ socket, ca, host: host ?? '' }));
          return;
        }
        // What the library does that VS Code uses: the refusal is given to the request as if the host had answered.
        socket.destroy();
        const replay = new net.Socket({ writable: false });
        resolve(replay);
        setImmediate(() => {
          replay.push(`HTTP/1.1 ${answer.statusCode ?? 0} Refused\r\nContent-Length: 0\r\n\r\n`);
          replay.push(null);
        });
      });
      asked.end();
    });
}

import http from 'node:http';
import net from 'node:net';
import { listen, type Listening } from '../../kit/listen';

export interface Proxy extends Listening {
  /** Method and target of each request it was given, in order. */
  readonly requests: readonly string[];
}

/** What a tunnel does with what comes back through it. */
export type OnTheWay = (data: Buffer, tunnel: net.Socket) => void;

export interface ProxyOptions {
  /** Status that CONNECT is answered with: 200, which makes a tunnel, if absent. */
  readonly connect?: number;
  /** Hands on if absent. */
  readonly onTheWay?: OnTheWay;
}

/**
 * An HTTP proxy on 127.0.0.1 that notes what it is asked for, and asks `target` for it whatever the host, in a
 * tunnel or not.
 */
export async function startProxy(
  target: URL,
  { connect = 200, onTheWay = (data, tunnel) => tunnel.write(data) }: ProxyOptions = {},
): Promise<Proxy> {
  const requests: string[] = [];
  const note = ({ method, url }: http.IncomingMessage) => requests.push(`${method ?? ''} ${url ?? ''}`);
  const server = http.createServer((incoming, response) => {
    note(incoming);
    const { pathname, search } = new URL(incoming.url ?? '', target);
    const { method, headers } = incoming;
    const onward = http.request(new URL(pathname + search, target), { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  const tunnels = new Set<net.Socket>();
  server.on('connect', (incoming, tunnel: net.Socket) => {
    note(incoming);
    tunnels.add(tunnel);
    tunnel.on('error', () => undefined);
    if (connect !== 200) {
      tunnel.end(`HTTP/1.1 ${connect} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const onward = net.connect(Number(target.port), target.hostname, () => {
      tunnel.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.pipe(onward);
    });
    onward.on('data', (data) => {
      onTheWay(data, tunnel);
    });
    onward.on('error', () => tunnel.destroy());
    onward.on('close', () => tunnel.destroy());
    tunnel.on('close', () => onward.destroy());
  });
  const listening = await listen(server);
  const close = () => {
    // Node gives a tunnel away: it is no connection of its server any more.
    for (const tunnel of tunnels) tunnel.destroy();
    return listening.close();
  };
  return { ...listening, close, requests };
}

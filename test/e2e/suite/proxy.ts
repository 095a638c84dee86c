import http from 'node:http';
import { listen, type Listening } from '../../kit/listen';

export interface Proxy extends Listening {
  /** Method and target of each request it was given, in order. */
  readonly requests: readonly string[];
}

/** An HTTP proxy on 127.0.0.1 that notes what it is asked for, and asks `target` for it whatever the host. */
export async function startProxy(target: URL): Promise<Proxy> {
  const requests: string[] = [];
  const server = http.createServer((incoming, response) => {
    requests.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const { pathname, search } = new URL(incoming.url ?? '', target);
    const { method, headers } = incoming;
    const onward = http.request(new URL(pathname + search, target), { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  return { ...(await listen(server)), requests };
}

import { connect, type Socket } from 'node:net';

/** What a listener answers to these very bytes, in one text; empty where it ends the connection without a word. */
export function send(port: number, bytes: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, host, () => socket.write(bytes, 'latin1'));
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
    });
    socket
      .on('error', () => undefined)
      .on('close', () => {
        resolve(answer);
      });
  });
}

/** A connection that stays open until the other side ends it. */
export async function hold(
  port: number,
  bytes = '',
): Promise<{ readonly socket: Socket; readonly ended: Promise<void> }> {
  const socket = connect(port, '127.0.0.1');
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => {
      resolve();
    });
  });
  socket.on('error', () => undefined).resume();
  await new Promise((resolve) => socket.once('connect', resolve));
  if (bytes !== '') await new Promise((resolve) => socket.write(bytes, resolve));
  return { socket, ended };
}

/** The lines of a request, as a browser sends them when a page of somebody else leads it here. */
export function navigation(port: number, changes: Changes = {}): string {
  const { first = 'GET /callback?code=c&state=s HTTP/1.1', headers = {}, body = '' } = changes;
  const usual: Record<string, string | string[] | undefined> = {
    Host: `127.0.0.1:${port}`,
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Dest': 'document',
    'Upgrade-Insecure-Requests': '1',
    Referer: 'https://login.example.com/',
  };
  const lines = Object.entries({ ...usual, ...headers }).flatMap(([name, values]) =>
    values === undefined ? [] : [values].flat().map((value) => `${name}: ${value}`),
  );
  return `${[first, ...lines].join('\r\n')}\r\n\r\n${body}`;
}

export interface Changes {
  readonly first?: string;
  /** In place of the usual ones; one that is undefined is left out, one with two values is there twice. */
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: string;
}

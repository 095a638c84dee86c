import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { listen, type Listening } from '../listen';

export interface LocalServer extends Listening {
  /** Requests so far, with header names and values as they came over the wire. */
  readonly requests: { method: string; url: string; rawHeaders: string[]; body: string }[];
}

/** Starts a real HTTP server on 127.0.0.1. `answer` is called when the whole request has been read. */
export async function startServer(answer: RequestListener): Promise<LocalServer> {
  const requests: LocalServer['requests'] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      requests.push({ method: request.method ?? '', url: request.url ?? '', rawHeaders: request.rawHeaders, body });
      answer(request, response);
    });
  });
  return { ...(await listen(server)), requests };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Message,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/connection/connection';
import type { SchemaSource } from '../../server/src/catalog/schemaTypes';

/** A message but for the version that every one has. */
export type Sent = Readonly<Omit<RequestMessage, 'jsonrpc' | 'id'>> & { readonly id?: number | string };

/** Bytes to and from a server, with no client between that would put right what a test gets wrong on purpose. */
export interface Wire {
  /** All messages in one chunk. */
  send(...messages: readonly Sent[]): void;
  /** Bytes as they are, in one chunk. */
  write(bytes: Uint8Array | string): void;
  /** The answer to the request of that id: one that is there already, or the next to come. */
  answer(id: number | string): Promise<ResponseMessage>;
  /** Everything the server has sent so far. */
  readonly received: readonly Message[];
}

/** A body with the header that belongs to it. */
export function frame(body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

export const encode = (message: Sent): Buffer => frame(JSON.stringify({ jsonrpc: '2.0', ...message }));

/** The request that every conversation begins with. Its id is 0. */
export const initialize: Sent = {
  id: 0,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
};

/** A request for a method that there is not, the cheapest to see by that messages are served. Its answer is an error. */
export const probe = (id: number): Sent => ({ id, method: 'probe', params: {} });

export function createWire(fromServer: Readable, toServer: Writable): Wire {
  const received: Message[] = [];
  const waiting = new Map<number | string, (response: ResponseMessage) => void>();
  const answers = new Map<number | string, ResponseMessage>();
  new StreamMessageReader(fromServer).listen((message) => {
    received.push(message);
    if (!('id' in message) || 'method' in message) return;
    const response = message as ResponseMessage;
    if (response.id === null) return;
    answers.set(response.id, response);
    waiting.get(response.id)?.(response);
  });
  return {
    received,
    send: (...messages) => toServer.write(Buffer.concat(messages.map(encode))),
    write: (bytes) => toServer.write(bytes),
    answer(id) {
      const there = answers.get(id);
      return there ? Promise.resolve(there) : new Promise((resolve) => waiting.set(id, resolve));
    },
  };
}

/** A server in this process: what is written in one chunk arrives in one chunk. */
export function wireInProcess(schemas: SchemaSource): Wire {
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(fromServer)), schemas);
  return createWire(fromServer, toServer);
}

import {
  createConnection,
  ErrorCodes,
  Message,
  ProposedFeatures,
  ResponseError,
  type Connection,
  type MessageStrategy,
  type RequestMessage,
} from 'vscode-languageserver/node';

/** Method under which a request that comes at the wrong time is answered: the library lets no one answer but by method. */
const rejectedMethod = '$/cloudElements/refused';

const errorMessages: Readonly<Record<number, string>> = {
  [ErrorCodes.ServerNotInitialized]: 'The first request has to be "initialize".',
  [ErrorCodes.InvalidRequest]: 'The server is initialized once, and serves until "shutdown".',
};

/**
 * A connection, as the command line asks for it, that keeps to the order of a conversation; the library does not watch over
 * it. Before `initialize` every other request is an error and every notification but `exit` is dropped; a second
 * `initialize`, and any request after `shutdown`, is an error.
 */
export function createOrderlyConnection(): Connection {
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: keepOrder() });
  connection.onRequest(
    rejectedMethod,
    ({ code }: { code: number }) => new ResponseError<never>(code, errorMessages[code] ?? ''),
  );
  return connection;
}

function keepOrder(): MessageStrategy {
  let state: 'new' | 'serving' | 'shut down' = 'new';

  /** The error that a request is, if it is one. */
  const errorFor = (method: string): number | undefined => {
    if (state === 'new' && method !== 'initialize') return ErrorCodes.ServerNotInitialized;
    if (state === 'shut down' || (state === 'serving' && method === 'initialize')) return ErrorCodes.InvalidRequest;
    state = method === 'shutdown' ? 'shut down' : 'serving';
    return undefined;
  };

  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const code = errorFor(message.method);
        if (code === undefined) return next(message);
        const rejected: RequestMessage = { ...message, method: rejectedMethod, params: { code } };
        return next(rejected);
      }
      if (state === 'new' && Message.isNotification(message) && message.method !== 'exit') return;
      return next(message);
    },
  };
}

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

/** The method that a request at the wrong time is changed to, because the library dispatches by method only. */
const rejectedMethod = '$/cloudElements/refused';

const errorMessages: Readonly<Record<number, string>> = {
  [ErrorCodes.ServerNotInitialized]: 'The first request must be "initialize".',
  [ErrorCodes.InvalidRequest]: 'The server accepts "initialize" only once, and no requests after "shutdown".',
};

/**
 * Creates the connection that the command line selects, and enforces the lifecycle of LSP, which the library doesn't.
 * Before `initialize` every other request is an error and every notification but `exit` is dropped; a second
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

  /** The error code for a request; undefined where it is allowed now. */
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

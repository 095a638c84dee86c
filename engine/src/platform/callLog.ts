import { isRequestId } from './errors';
import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from './http';
import { isObject, parseJson, stringProperty } from '../../../common/src/json/jsonValue';

/** Where the lines go: `error` for failed calls, `info` for all others. */
export interface CallLog {
  readonly info: (line: string) => void;
  readonly error: (line: string) => void;
}

/**
 * Wraps `http` so that every call writes one line: method, path without query, status, milliseconds, request ID. If there is
 * no answer, the line says why, and whether anything may have been sent. A call has failed if its status is 400 or more or
 * there is no answer, unless a person canceled it.
 */
export function logCalls(http: Http, log: CallLog, now: () => number = Date.now): Http {
  return async (request) => {
    const start = now();
    const line = (level: keyof CallLog, outcome: string, tail = '') => {
      log[level](
        `${request.method} ${new URL(request.url).pathname} ${outcome} ${Math.round(now() - start)} ms${tail}`,
      );
    };
    try {
      const response = await http(request);
      const id = requestId(request, response);
      line(
        hasFailed(request, response) ? 'error' : 'info',
        String(response.status),
        id === undefined ? '' : ` request ${id}`,
      );
      return response;
    } catch (error) {
      const isFailure = error instanceof HttpFailure;
      line(isFailure && error.kind === 'cancelled' ? 'info' : 'error', isFailure ? describeFailure(error) : 'failed');
      throw error;
    }
  };
}

/** A 404 for a list of instances isn't a failure if it has JSON: the platform answers so if there is no instance. */
function hasFailed({ method, url }: HttpRequest, { status, text }: HttpResponse): boolean {
  const isList = method === 'GET' && new URL(url).pathname.endsWith('/instances');
  return status >= 400 && !(status === 404 && isList && isObject(parseJson(text)));
}

function describeFailure({ kind, code, maybeSent }: HttpFailure): string {
  return `${kind}${code === undefined ? '' : ` (${code})`}, ${maybeSent ? 'maybe sent' : 'nothing sent'}`;
}

/** The request ID, if it looks like one and wasn't sent to the server. Nothing else is logged. */
function requestId(request: HttpRequest, response: HttpResponse): string | undefined {
  const id = response.headers['elements-request-id'] ?? stringProperty(parseJson(response.text), 'requestId');
  if (id === undefined || !isRequestId(id)) return undefined;
  const sent = [...Object.values(request.headers), request.body ?? ''].join('\n');
  return sent.includes(id) ? undefined : id;
}

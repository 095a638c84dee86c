import { HttpFailure, type Http, type HttpRequest, type HttpResponse } from './http';
import { parseJson, stringMember } from './json';

/** Wraps `http` so that every call writes one line: method, path without query, status, milliseconds, request id. */
export function logCalls(http: Http, write: (line: string) => void, now: () => number = Date.now): Http {
  return async (request) => {
    const start = now();
    const line = (outcome: string, tail = '') => {
      write(`${request.method} ${new URL(request.url).pathname} ${outcome} ${Math.round(now() - start)} ms${tail}`);
    };
    try {
      const response = await http(request);
      const id = requestId(request, response);
      line(String(response.status), id === undefined ? '' : ` request ${id}`);
      return response;
    } catch (error) {
      line(error instanceof HttpFailure ? failureWords(error) : 'failed');
      throw error;
    }
  };
}

function failureWords({ kind, code }: HttpFailure): string {
  return code === undefined ? kind : `${kind} (${code})`;
}

/** A server can put anything where the id belongs: only what looks like an id, and was not sent to it, is written. */
function requestId(request: HttpRequest, response: HttpResponse): string | undefined {
  const id = response.headers['elements-request-id'] ?? stringMember(parseJson(response.text), 'requestId');
  if (id === undefined || !/^[0-9a-f-]{8,40}$/i.test(id)) return undefined;
  const sent = [...Object.values(request.headers), request.body ?? ''].join('\n');
  return sent.includes(id) ? undefined : id;
}

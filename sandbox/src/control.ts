/** The calls under /sandbox, which the platform does not have: faults, settings, and the counts of requests. */
import { type Faults, readFault } from './injectedFaults';
import type { RequestLog } from './requestLog';
import { ok, HttpError, type Reply } from './respond';
import { readSettings, type Settings } from './sandboxSettings';

export interface ControlDependencies {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly settings: Settings;
}

/**
 * Answers `<method> /sandbox/<name>`:
 * - `GET|POST|DELETE faults`: what is set; set one, such as `{"next": "hang"}` or
 *   `{"always": "delay", "milliseconds": 500, "on": "POST /instances"}`; clear all.
 * - `GET|DELETE requests`: counts by method and path template, without any header or body; start again from 0.
 * - `GET|POST settings`: such as `{"latency": "realistic", "inUse": ["zendesk"]}`; a POST changes those it names.
 * Throws an HttpError that says how to ask properly.
 */
export function answerControl(method: string, path: string, body: string, dependencies: ControlDependencies): Reply {
  const { faults, log, settings } = dependencies;
  switch (`${method} ${path}`) {
    case 'POST /sandbox/faults': {
      const read = readFault(readBody(body));
      if (typeof read === 'string') throw new HttpError(400, read);
      faults[read.when](read.fault);
      return ok(faults.pending());
    }
    case 'DELETE /sandbox/faults':
      faults.clear();
      return ok(faults.pending());
    case 'GET /sandbox/faults':
      return ok(faults.pending());
    case 'DELETE /sandbox/requests':
      log.reset();
      return ok(log.counts());
    case 'GET /sandbox/requests':
      return ok(log.counts());
    case 'POST /sandbox/settings': {
      const read = readSettings(readBody(body));
      if (typeof read === 'string') throw new HttpError(400, read);
      return ok(Object.assign(settings, read));
    }
    case 'GET /sandbox/settings':
      return ok(settings);
    default:
      throw new HttpError(
        404,
        'Use GET, POST or DELETE /sandbox/faults, GET or DELETE /sandbox/requests, GET or POST /sandbox/settings.',
      );
  }
}

function readBody(body: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  } catch {
    // Said below, as for any other body that is no object.
  }
  throw new HttpError(400, 'Send a JSON object.');
}

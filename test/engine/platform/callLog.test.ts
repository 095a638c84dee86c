import assert from 'node:assert/strict';
import { logCalls } from '../../../engine/src/platform/callLog';
import { HttpFailure, type HttpRequest, type HttpResponse } from '../../../engine/src/platform/http';
import { newSecret } from '../../kit/client/fakes';

const request: HttpRequest = {
  method: 'GET',
  url: 'https://api.example.com/elements/api-v2/instances?searchText=private',
  headers: { Authorization: 'User 64f0c0ffee0123456789aaaa' },
  timeoutMs: 1,
};

async function lineFor(answer: Partial<HttpResponse> | Error): Promise<string> {
  const lines: string[] = [];
  const write = (level: string) => (line: string) => {
    lines.push(`${level}: ${line}`);
  };
  const times = [1_000, 1_812.4];
  const http = logCalls(
    () =>
      answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve({ status: 200, headers: {}, text: '', ...answer }),
    { info: write('info'), error: write('error') },
    () => times.shift() ?? 0,
  );
  await http(request).catch(() => undefined);
  assert.equal(lines.length, 1);
  return lines[0] ?? '';
}

describe('call log', () => {
  const id = '64f0c0ffee0123456789abcd';
  const table: [name: string, answer: Partial<HttpResponse> | Error, line: string][] = [
    ['method, path, status and time', {}, 'info: GET /elements/api-v2/instances 200 812 ms'],
    [
      'the request ID of a header',
      { headers: { 'elements-request-id': id } },
      `info: GET /elements/api-v2/instances 200 812 ms request ${id}`,
    ],
    [
      'the request ID of a body',
      { text: `{"requestId":"${id}"}` },
      `info: GET /elements/api-v2/instances 200 812 ms request ${id}`,
    ],
    [
      'no ID that was sent',
      { text: '{"requestId":"64f0c0ffee0123456789aaaa"}' },
      'info: GET /elements/api-v2/instances 200 812 ms',
    ],
    [
      'nothing else instead of an ID',
      { text: `{"requestId":"${newSecret()}"}` },
      'info: GET /elements/api-v2/instances 200 812 ms',
    ],
    [
      'why there is no answer',
      new HttpFailure('lost', 'h', true, 'ECONNRESET'),
      'error: GET /elements/api-v2/instances lost (ECONNRESET), maybe sent 812 ms',
    ],
    [
      'that nothing was sent',
      new HttpFailure('proxy', 'h', false, '407'),
      'error: GET /elements/api-v2/instances proxy (407), nothing sent 812 ms',
    ],
    ['no message of an unknown error', new Error(newSecret()), 'error: GET /elements/api-v2/instances failed 812 ms'],
    ['an empty list as no failure', { status: 404, text: '{}' }, 'info: GET /elements/api-v2/instances 404 812 ms'],
    ['a 404 without JSON as a failure', { status: 404 }, 'error: GET /elements/api-v2/instances 404 812 ms'],
    [
      'no failure if a person canceled the call',
      new HttpFailure('cancelled', 'h', true),
      'info: GET /elements/api-v2/instances cancelled, maybe sent 812 ms',
    ],
  ];
  for (const [name, answer, line] of table) {
    it(`writes ${name}`, async () => {
      assert.equal(await lineFor(answer), line);
    });
  }
});

import assert from 'node:assert/strict';
import { failedLookupMessage, failureMessage } from '../../../engine/src/messages/failures';
import { readHttpFailure, readErrorResponse } from '../../../engine/src/platform/errors';
import { answerLimit, HttpFailure, type FailureKind, type HttpResponse } from '../../../engine/src/platform/http';
import { newSecret } from '../../kit/client/fakes';

const url = 'https://api.example.com/elements/api-v2/instances';
const id = '64f0c0ffee0123456789abcd';

function answer(status: number, body: unknown, headers: HttpResponse['headers'] = {}): HttpResponse {
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
}

function messageFor(response: HttpResponse, outcome = ''): string {
  return failureMessage(readErrorResponse(response, url, []), 'Work', outcome);
}

describe('errors', () => {
  const page = '<html><h1>Bad Gateway</h1></html>';
  const table: [name: string, response: HttpResponse, message: string][] = [
    [
      'a platform error',
      answer(400, { requestId: id, message: 'You must provide an OAuth code' }),
      `The platform rejected the request (400). The response says: "You must provide an OAuth code". Check the configuration entries. A code from the provider works only once. Request ID: ${id}.`,
    ],
    [
      'a provider error',
      answer(400, { message: 'Request failed', requestId: id, providerMessage: '401 - invalid_grant' }),
      `The platform rejected the request (400). The response says: "Request failed". The provider says: "401 - invalid_grant". Check the configuration entries. A code from the provider works only once. Request ID: ${id}.`,
    ],
    [
      'wrong secrets',
      answer(401, {
        requestId: id,
        message: 'Invalid Organization or User secret, or invalid Element token provided.',
      }),
      `The platform didn't accept the secrets (401). The response says: "Invalid Organization or User secret, or invalid Element token provided." Check the user secret and the organization secret of Work: both must be for api.example.com. Request ID: ${id}.`,
    ],
    [
      'a required payment',
      answer(402, { message: 'Payment required' }),
      'The platform requires payment (402). The response says: "Payment required". Ask an administrator of Work whether its plan includes this element.',
    ],
    ...[405, 406, 415].map((status): [name: string, response: HttpResponse, message: string] => [
      `an unsupported request, ${status}`,
      answer(status, { message: 'No' }),
      `api.example.com doesn't accept this kind of request (${status}). The response says: "No". Check the base URL of Work: it may be another service, or a proxy may change requests.`,
    ]),
    [
      'a file that is too large',
      answer(413, {}),
      'The file is larger than the 8 MB that the platform accepts (413). Shorten it: a polling configuration or a certificate may be the cause.',
    ],
    [
      'a failure with a request ID',
      answer(500, { requestId: id, message: 'Internal server error' }),
      `The platform failed (500). The response says: "Internal server error". If it happens again, give the request ID to the platform's support. Request ID: ${id}.`,
    ],
    [
      'a missing privilege',
      answer(403, { message: 'Forbidden' }),
      'The platform doesn\'t allow this (403). The response says: "Forbidden". Ask an administrator of Work for the privilege to work with instances.',
    ],
    [
      'an unknown element',
      answer(404, { message: 'No element found' }),
      'The platform couldn\'t find what was requested (404). The response says: "No element found". Check "element.key": Work may not have this element.',
    ],
    [
      'an unknown address',
      answer(404, page),
      "The platform couldn't find what was requested (404). The response isn't from the platform itself: a proxy or gateway may have sent it. Check the base URL of Work.",
    ],
    [
      'a conflict',
      answer(409, { message: 'In use' }),
      'The platform reported a conflict (409). The response says: "In use". Check whether the instance already exists.',
    ],
    [
      'a limit with seconds',
      answer(429, { message: 'Too many requests' }, { 'retry-after': '30' }),
      'The platform limits requests, or the file is larger than 8 MB (429). The response says: "Too many requests". Run Provision Instance again in 30 seconds.',
    ],
    [
      'a limit with a date',
      answer(429, {}, { 'retry-after': 'Mon, 05 Jan 2026 09:31:00 GMT' }),
      'The platform limits requests, or the file is larger than 8 MB (429). Run Provision Instance again after Mon, 05 Jan 2026 09:31:00 GMT.',
    ],
    [
      'a limit without a time',
      answer(429, { message: 'Slow down!' }),
      'The platform limits requests, or the file is larger than 8 MB (429). The response says: "Slow down!" Wait a minute, then run Provision Instance again.',
    ],
    [
      'a failure',
      answer(500, { message: 'Internal server error' }),
      `The platform failed (500). The response says: "Internal server error". If it happens again, contact the platform's support.`,
    ],
    [
      'a gateway',
      answer(502, page),
      "The platform failed (502). The response isn't from the platform itself: a proxy or gateway may have sent it. If it happens again, contact the platform's support.",
    ],
    [
      'a redirect',
      answer(302, '', { location: 'https://login.example.net/x?y' }),
      "api.example.com redirects to login.example.net (302). It wasn't followed: the secrets are for the first host only. Check the base URL of Work.",
    ],
    [
      'a proxy that requires a password',
      answer(407, page),
      'The proxy rejected the request (407). Check the settings http.proxy and http.proxyAuthorization.',
    ],
    [
      'a status without a meaning',
      answer(418, { message: 'Teapot' }),
      'The platform rejected the request (418). The response says: "Teapot".',
    ],
    [
      'properties of other types',
      answer(400, { message: 7, requestId: {} }),
      'The platform rejected the request (400). Check the configuration entries. A code from the provider works only once.',
    ],
  ];
  for (const [name, response, expected] of table) {
    it(`describes ${name}`, () => {
      assert.equal(messageFor(response), expected);
    });
  }

  it('says what the failure means before it says what to do', () => {
    const text = messageFor(answer(403, { message: 'No' }), 'No instance was created.');
    assert.match(text, /"No"\. No instance was created\. Ask/);
  });

  it('reads the request ID from the header if the body has none', () => {
    assert.match(messageFor(answer(500, page, { 'elements-request-id': id })), new RegExp(`Request ID: ${id}\\.$`));
  });

  it('masks the secrets that a server echoes in every string', () => {
    const secret = newSecret();
    const body = { message: `no ${secret}`, providerMessage: secret, requestId: secret };
    const headers = { 'retry-after': secret, location: `https://${encodeURIComponent(secret)}.example` };
    const failure = readErrorResponse(answer(429, body, headers), url, [secret]);
    assert.equal(JSON.stringify(failure).includes(secret), false);
  });

  const statuses: [status: number, maybeDone: boolean][] = [
    [200, true],
    [302, false],
    [303, true],
    [400, false],
    [401, false],
    [404, false],
    [409, false],
    [429, false],
    [500, true],
    [502, true],
    [504, true],
  ];
  for (const [status, maybeDone] of statuses) {
    it(`${maybeDone ? 'cannot rule out' : 'rules out'} an instance after ${status}`, () => {
      assert.equal(readErrorResponse(answer(status, {}), url, []).maybeDone, maybeDone);
    });
  }

  for (const status of [400, 403, 404, 408, 429]) {
    it(`cannot rule out an instance after ${status} with a page instead of the platform's JSON`, () => {
      const page = { status, headers: {}, text: '<html>Blocked by your network</html>' };
      assert.equal(readErrorResponse(page, url, []).maybeDone, true);
      assert.equal(readErrorResponse({ ...page, status: 407 }, url, []).maybeDone, false);
    });
  }

  const failures: Record<FailureKind, RegExp> = {
    cancelled: /^The request was canceled\./,
    'timed-out': /^api\.example\.com didn't respond in time\./,
    refused: /^api\.example\.com refused the connection\. .*Check the base URL of Work/,
    'not-found': /^Can't find the host api\.example\.com\./,
    unreachable: /^Can't reach api\.example\.com\. .*http\.proxy/,
    certificate: /certificate isn't trusted \(CODE\)\. .*http\.systemCertificates/,
    insecure: /^Can't connect securely to api\.example\.com \(CODE\)\. .*Check the base URL of Work/,
    proxy: /^The proxy rejected the request \(CODE\)\. .*http\.proxyAuthorization/,
    unsendable: /^The request can't be sent\. .*A secret of Work/,
    lost: /^The connection to api\.example\.com was lost before the complete response arrived\./,
    unreadable: /^api\.example\.com sent a response that can't be read \(CODE\)\./,
    oversized:
      /^The response from api\.example\.com is larger than 16 MB, so it wasn't read to the end\. .*Check the base URL/,
  };
  for (const [kind, pattern] of Object.entries(failures)) {
    for (const maybeSent of [true, false]) {
      it(`describes the failure "${kind}", and ${maybeSent ? 'does not say' : 'says'} that nothing was sent`, () => {
        const failure = readHttpFailure(new HttpFailure(kind as FailureKind, 'api.example.com', maybeSent, 'CODE'));
        const text = failureMessage(failure, 'Work');
        assert.match(text, pattern);
        assert.equal(/Nothing was sent\./.test(text), !maybeSent);
        assert.equal(/\b(?:not|never|nothing)\b.*\bsent\b|reached the platform/i.test(text), !maybeSent);
        assert.equal(failure.maybeDone, maybeSent);
      });
    }
  }

  it('limits an answer to the 16 MB that the message states', () => {
    assert.equal(answerLimit, 16 * 2 ** 20);
  });

  it('says nothing about what was sent if the lookup of an instance fails: the creation may have been', () => {
    const failure = readHttpFailure(new HttpFailure('refused', 'api.example.com', false, 'ECONNREFUSED'));
    assert.doesNotMatch(failedLookupMessage(failure, 'Work'), /sent/);
  });

  it('rethrows an error that is not a network error', () => {
    assert.throws(() => readHttpFailure(new RangeError('x')), RangeError);
  });
});

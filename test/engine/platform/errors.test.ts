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

function words(response: HttpResponse, outcome = ''): string {
  return failureMessage(readErrorResponse(response, url, []), 'Work', outcome);
}

describe('errors', () => {
  const page = '<html><h1>Bad Gateway</h1></html>';
  const table: [name: string, response: HttpResponse, words: string][] = [
    [
      'a platform error',
      answer(400, { requestId: id, message: 'You must provide an OAuth code' }),
      `The platform refused the request (400): "You must provide an OAuth code". Check the configuration entries; a code from the provider works only once. Request id: ${id}.`,
    ],
    [
      'a provider error',
      answer(400, { message: 'Request failed', requestId: id, providerMessage: '401 - invalid_grant' }),
      `The platform refused the request (400): "Request failed". The provider says: "401 - invalid_grant". Check the configuration entries; a code from the provider works only once. Request id: ${id}.`,
    ],
    [
      'wrong secrets',
      answer(401, {
        requestId: id,
        message: 'Invalid Organization or User secret, or invalid Element token provided.',
      }),
      `The platform did not accept the secrets (401): "Invalid Organization or User secret, or invalid Element token provided." Check user secret and organization secret of Work: they must both be of api.example.com. Request id: ${id}.`,
    ],
    [
      'a payment that is due',
      answer(402, { message: 'Payment required' }),
      'The platform wants a payment first (402): "Payment required". Ask an administrator of Work whether its plan has this element.',
    ],
    ...[405, 406, 415].map((status): [name: string, response: HttpResponse, words: string] => [
      `a form that is not taken, ${status}`,
      answer(status, { message: 'No' }),
      `api.example.com does not take a request of this form (${status}): "No". Check the address of Work: it may be another service, or a proxy that changes requests.`,
    ]),
    [
      'a file that is too large',
      answer(413, {}),
      'The file is too large for the platform, which takes 8 MB (413). Make it shorter: a polling configuration or a certificate may be what is large.',
    ],
    [
      'a failure with an id for support',
      answer(500, { requestId: id, message: 'Internal server error' }),
      `The platform failed (500): "Internal server error". If it happens again, give the request id to the platform's support. Request id: ${id}.`,
    ],
    [
      'a missing privilege',
      answer(403, { message: 'Forbidden' }),
      'The platform does not allow this (403): "Forbidden". Ask an administrator of Work for the privilege to work with instances.',
    ],
    [
      'an unknown element',
      answer(404, { message: 'No element found' }),
      'The platform did not find what was asked for (404): "No element found". Check "element.key": Work may not have this element.',
    ],
    [
      'an unknown address',
      answer(404, page),
      'The platform did not find what was asked for (404). The answer is not from the platform itself: a proxy or gateway may have given it. Check the address of Work.',
    ],
    [
      'a conflict',
      answer(409, { message: 'In use' }),
      'The platform sees a conflict (409): "In use". Check whether the instance exists already.',
    ],
    [
      'a limit with seconds',
      answer(429, { message: 'Too many requests' }, { 'retry-after': '30' }),
      'The platform limits requests, or the file is over 8 MB (429): "Too many requests". Provision again in 30 seconds.',
    ],
    [
      'a limit with a date',
      answer(429, {}, { 'retry-after': 'Mon, 05 Jan 2026 09:31:00 GMT' }),
      'The platform limits requests, or the file is over 8 MB (429). Provision again after Mon, 05 Jan 2026 09:31:00 GMT.',
    ],
    [
      'a limit without a time',
      answer(429, { message: 'Slow down!' }),
      'The platform limits requests, or the file is over 8 MB (429): "Slow down!" Wait a minute, then provision again.',
    ],
    [
      'a failure',
      answer(500, { message: 'Internal server error' }),
      `The platform failed (500): "Internal server error". If it happens again, ask the platform's support.`,
    ],
    [
      'a gateway',
      answer(502, page),
      "The platform failed (502). The answer is not from the platform itself: a proxy or gateway may have given it. If it happens again, ask the platform's support.",
    ],
    [
      'a redirect',
      answer(302, '', { location: 'https://login.example.net/x?y' }),
      'api.example.com points to login.example.net, which was not followed: the secrets are for api.example.com alone (302). Check the address of Work.',
    ],
    [
      'a proxy that wants a password',
      answer(407, page),
      'The proxy did not let the request through (407). Check the settings http.proxy and http.proxyAuthorization.',
    ],
    [
      'a status without a meaning',
      answer(418, { message: 'Teapot' }),
      'The platform refused the request (418): "Teapot".',
    ],
    [
      'members of other types',
      answer(400, { message: 7, requestId: {} }),
      'The platform refused the request (400). Check the configuration entries; a code from the provider works only once.',
    ],
  ];
  for (const [name, response, expected] of table) {
    it(`words ${name}`, () => {
      assert.equal(words(response), expected);
    });
  }

  it('says what an outcome means before it says what to do', () => {
    const text = words(answer(403, { message: 'No' }), 'No instance was created.');
    assert.match(text, /"No"\. No instance was created\. Ask/);
  });

  it('takes the request id from the header where the body has none', () => {
    assert.match(words(answer(500, page, { 'elements-request-id': id })), new RegExp(`Request id: ${id}\\.$`));
  });

  it('keeps secrets that a server echoes out of every text', () => {
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
    it(`cannot rule out an instance after ${status} with a page in place of the platform's JSON`, () => {
      const page = { status, headers: {}, text: '<html>Blocked by your network</html>' };
      assert.equal(readErrorResponse(page, url, []).maybeDone, true);
      assert.equal(readErrorResponse({ ...page, status: 407 }, url, []).maybeDone, false);
    });
  }

  const failures: Record<FailureKind, RegExp> = {
    cancelled: /^You cancelled\./,
    'timed-out': /^api\.example\.com did not answer in time\./,
    refused: /^api\.example\.com refused the connection\. .*Check the address of Work/,
    'not-found': /^The host api\.example\.com was not found\./,
    unreachable: /^api\.example\.com could not be reached\. .*http\.proxy/,
    certificate: /certificate was not accepted \(CODE\)\. .*http\.systemCertificates/,
    insecure: /^No secure connection to api\.example\.com could be made \(CODE\)\. .*Check the address of Work/,
    proxy: /^The proxy did not let the request through \(CODE\)\. .*http\.proxyAuthorization/,
    unsendable: /^The request could not be written\. .*A secret of Work/,
    lost: /^The connection to api\.example\.com was lost before its whole answer had come\./,
    unreadable: /^api\.example\.com gave an answer that cannot be read \(CODE\)\./,
    oversized:
      /^The answer of api\.example\.com is larger than 16 MB, and was not read to its end\. .*Check the address/,
  };
  for (const [kind, pattern] of Object.entries(failures)) {
    for (const maybeSent of [true, false]) {
      it(`words a call that was ${kind}, and ${maybeSent ? 'does not call it' : 'calls it'} unsent`, () => {
        const failure = readHttpFailure(new HttpFailure(kind as FailureKind, 'api.example.com', maybeSent, 'CODE'));
        const text = failureMessage(failure, 'Work');
        assert.match(text, pattern);
        assert.equal(/Nothing was sent\./.test(text), !maybeSent);
        assert.equal(/\b(?:not|never|nothing)\b.*\bsent\b|reached the platform/i.test(text), !maybeSent);
        assert.equal(failure.maybeDone, maybeSent);
      });
    }
  }

  it('names the most that is read of an answer', () => {
    assert.equal(answerLimit, 16 * 2 ** 20);
  });

  it('says nothing about what was sent where a look for an instance fails: the creation may have been', () => {
    const failure = readHttpFailure(new HttpFailure('refused', 'api.example.com', false, 'ECONNREFUSED'));
    assert.doesNotMatch(failedLookupMessage(failure, 'Work'), /sent/);
  });

  it('passes on an error that is not of the network', () => {
    assert.throws(() => readHttpFailure(new RangeError('x')), RangeError);
  });
});

import assert from 'node:assert/strict';
import type { ApiFailure } from '../../../engine/src/platform/errors';
import { aJson } from '../../kit/client/document';
import { locateFailure } from '../../../engine/src/provisioning/outcome/locateFailure';

const text = `{
  "element": { "key": "exampledesk" },
  "configuration": {
    "username": "ana",
    "password": "x",
    "desk.site": "a",
    "token": "t",
    "site": "s"
  },
  "name": "token"
}`;
const entries = ['username', 'password', 'desk.site', 'desk.region', 'token', 'code', 'site', 'act'];

function failure(status: number, more: Partial<ApiFailure>): ApiFailure {
  return { cause: 'other', host: 'h', status, notJson: false, maybeDone: false, ...more };
}

/** The parts of a text that are marked. */
function marked(refusal: ApiFailure, sent = text, known: readonly string[] = entries): string[] {
  return locateFailure(aJson(sent), refusal, known).map(({ range }) => sent.slice(range.start, range.end));
}

describe('the location of a failure', () => {
  const table: [name: string, refusal: ApiFailure, marked: string[]][] = [
    ['an element that is not found', failure(404, { message: 'No element found' }), ['"exampledesk"']],
    ['nothing for a wrong address', failure(404, { notJson: true }), []],
    [
      "the configuration for a provider's message",
      failure(401, { providerMessage: 'invalid_grant' }),
      ['"configuration"'],
    ],
    [
      "the configuration for a provider's 404",
      failure(404, { message: 'Request failed', providerMessage: '404 - no such site' }),
      ['"configuration"'],
    ],
    ['an entry of the file', failure(400, { message: 'Unable to use desk.site. Check it.' }), ['"desk.site"']],
    ['an entry at the end', failure(400, { message: 'Unable to use desk.site.' }), ['"desk.site"']],
    [
      'two entries of the file',
      failure(400, { message: 'Invalid username or password' }),
      ['"username"', '"password"'],
    ],
    [
      'the configuration once for all missing entries',
      failure(400, { message: 'Missing required configuration: desk.region, code' }),
      ['"configuration"'],
    ],
    [
      'an entry of the file and the configuration for a missing one',
      failure(400, { message: 'Check desk.site and desk.region' }),
      ['"desk.site"', '"configuration"'],
    ],
    ['a common word in quotes', failure(400, { message: "The value of 'token' is wrong" }), ['"token"']],
    [
      'a common word in a list after a colon',
      failure(400, { message: 'Missing: token and site.' }),
      ['"token"', '"site"'],
    ],
    [
      'a common word in brackets',
      failure(400, { message: 'Missing entries [token, username]' }),
      ['"username"', '"token"'],
    ],
    ['no common word in a sentence', failure(400, { message: 'The token of this site cannot act' }), []],
    ['no common word among others after a colon', failure(400, { message: 'Error: the token' }), []],
    ['no OAuth code', failure(400, { message: 'You must provide an OAuth code in order to create an instance' }), []],
    ['no part of a longer name', failure(400, { message: 'Missing my.desk.site, desk.site.id and usernames' }), []],
    ['no part of an address', failure(400, { message: 'See https://example.com/username/ for help' }), []],
    ['nothing for a message without an entry', failure(400, { message: 'Bad Request' }), []],
    ['nothing for a rate limit', failure(429, { message: 'username: too many requests' }), []],
    ['nothing for wrong secrets', failure(401, { message: 'Invalid Organization or User secret: username' }), []],
    ['nothing for a failure of the platform', failure(500, { message: 'username' }), []],
    ['nothing without a response', { ...failure(0, {}), status: undefined }, []],
  ];
  for (const [name, refusal, expected] of table) {
    it(`marks ${name}`, () => {
      assert.deepEqual(marked(refusal), expected);
    });
  }

  it('finds entries of the file even if the element is unknown', () => {
    const refusal = failure(400, { message: 'Check desk.site and desk.region' });
    assert.deepEqual(marked(refusal, text, []), ['"desk.site"']);
  });

  it('marks the last of two duplicate properties, because the platform uses that one', () => {
    const twice = '{"element":{"key":"a","key":"b"},"configuration":{"x.y":1},"configuration":{"x.y":2}}';
    const [place] = locateFailure(aJson(twice), failure(400, { message: 'x.y' }), []);
    assert.equal(place?.range.start, twice.lastIndexOf('"x.y"'));
    assert.deepEqual(marked(failure(404, { message: 'No element found' }), twice), ['"b"']);
  });

  it('marks nothing if the request has no such property', () => {
    const refusals = [
      failure(404, { message: 'No element found' }),
      failure(400, { message: 'Missing required configuration: desk.region' }),
      failure(400, { providerMessage: 'no' }),
    ];
    for (const odd of ['[]', 'null', '{}', '{"element":{}}', '{"element":7}']) {
      assert.deepEqual(
        refusals.flatMap((refusal) => marked(refusal, odd)),
        [],
        odd,
      );
    }
  });

  it('shows the complete messages of platform and provider', () => {
    const refusal = failure(400, { message: 'Request failed', providerMessage: '401 - invalid_grant' });
    assert.equal(
      locateFailure(aJson(text), refusal, [])[0]?.message,
      'The platform says: "Request failed". The provider says: "401 - invalid_grant".',
    );
  });
});

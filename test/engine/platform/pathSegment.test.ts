import assert from 'node:assert/strict';
import fc from 'fast-check';
import { platformRequest } from '../../../engine/src/platform/access';
import { HttpFailure } from '../../../engine/src/platform/http';
import { pathSegment } from '../../../engine/src/platform/pathSegment';
import { readDocument } from '../../../engine/src/provisioning/request/requestDocument';

const rejected = [
  '',
  '.',
  '..',
  'a/b',
  '/',
  '..\\x',
  'a\0',
  'a\nb',
  '\x7f',
  '\x85',
  '\u2028',
  '\ud800',
  '%2e%2E',
  'a%2Fb',
  '%5c',
  '%0a',
];
const accepted: Record<string, string> = {
  helpscout: 'helpscout',
  '...': '...',
  'a.b': 'a.b',
  'my element?#&=': 'my%20element%3F%23%26%3D',
  'é😀': '%C3%A9%F0%9F%98%80',
  '100%': '100%25',
  '%25': '%2525',
};
const access = { baseUrl: 'https://api.example.com/elements/api-v2', userSecret: 'u', organizationSecret: 'o' };
const send = (key: string) => platformRequest(access, { method: 'GET', path: ['elements', key, 'instances'] });

describe('a path segment', () => {
  for (const text of rejected) {
    it(`cannot be ${JSON.stringify(text)}, and such an element key is rejected before anything is sent`, () => {
      assert.equal(pathSegment(text), undefined);
      assert.throws(
        () => send(text),
        (error) => error instanceof HttpFailure && !error.maybeSent,
      );
      assert.equal(
        readDocument(JSON.stringify({ element: { key: text } })),
        text === '' ? 'no-element' : 'odd-element',
      );
    });
  }

  for (const [text, segment] of Object.entries(accepted)) {
    it(`can be ${JSON.stringify(text)}, encoded`, () => {
      assert.equal(pathSegment(text), segment);
    });
  }

  it('leaves every other segment unchanged, whatever it is, and can be decoded', () => {
    const special = fc.constantFrom(...'./\\%2eEfF5cC?#:@ ;\0\t\n'.split(''));
    const texts = fc.string({ unit: fc.oneof(special, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) });
    fc.assert(
      fc.property(texts, (text) => {
        const segment = pathSegment(text);
        if (segment === undefined) return;
        const parts = new URL(send(text).url).pathname.split('/');
        assert.deepEqual(parts, ['', 'elements', 'api-v2', 'elements', segment, 'instances']);
        assert.equal(decodeURIComponent(segment), text);
      }),
      { numRuns: 2000 },
    );
  });
});

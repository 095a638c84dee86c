import assert from 'node:assert/strict';
import { isLoopback, normaliseBaseUrl } from '../../client/src/platform/baseUrl';
import { regions } from '../../client/src/platform/regions';

describe('base URL', () => {
  const us = 'https://api.cloud-elements.com/elements/api-v2';
  const good: Record<string, string> = {
    'api.cloud-elements.com': us,
    'https://api.cloud-elements.com': us,
    'https://api.cloud-elements.com/': us,
    'https://api.cloud-elements.com/elements': us,
    'https://api.cloud-elements.com/elements/api-v2': us,
    'https://api.cloud-elements.com/elements/api-v2/': us,
    'https://api.cloud-elements.com/elements/api-v2//': us,
    'api.cloud-elements.com/elements/api-v2': us,
    '  HTTPS://API.Cloud-Elements.COM/elements/api-v2\n': us,
    'https://api.cloud-elements.com:443': us,
    'https://api.example.com:8443': 'https://api.example.com:8443/elements/api-v2',
    'http://localhost:8080': 'http://localhost:8080/elements/api-v2',
    'localhost:8080': 'http://localhost:8080/elements/api-v2',
    '127.0.0.1:8088': 'http://127.0.0.1:8088/elements/api-v2',
    'http://[::1]:8088/elements/api-v2': 'http://[::1]:8088/elements/api-v2',
    'https://localhost:8443': 'https://localhost:8443/elements/api-v2',
  };
  for (const [text, url] of Object.entries(good)) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(normaliseBaseUrl(text), { url });
    });
  }

  const bad: Record<string, string> = {
    '': 'empty',
    '   ': 'empty',
    'https://': 'not-a-url',
    'two words': 'not-a-url',
    'http://api.cloud-elements.com': 'not-https',
    'http://127.0.0.1.example.com': 'not-https',
    'http://localhost.example.com': 'not-https',
    'http://10.0.0.1': 'not-https',
    'ftp://api.cloud-elements.com': 'not-https',
    'https://user:word@api.cloud-elements.com': 'user-info',
    'https://api.cloud-elements.com@evil.example': 'user-info',
    'https://api.cloud-elements.com/elements/api-v2/instances': 'extra-path',
    'https://api.cloud-elements.com/?x=1': 'query',
    'https://api.cloud-elements.com/#x': 'query',
    'https://my.cloudelements.io': 'web-page',
  };
  for (const [text, problem] of Object.entries(bad)) {
    it(`refuses ${JSON.stringify(text)} as ${problem}`, () => {
      const result = normaliseBaseUrl(text);
      assert.equal('problem' in result && result.problem, problem);
    });
  }

  it('knows loopback addresses in all spellings a URL has, and no others', () => {
    const hosts = ['http://127.1', 'http://0x7f000001', 'http://[0:0:0:0:0:0:0:1]', 'http://LOCALHOST'];
    for (const url of hosts) assert.equal(isLoopback(new URL(url).hostname), true, url);
    for (const url of ['http://128.0.0.1', 'http://[::2]', 'http://127.0.0.1.nip.example']) {
      assert.equal(isLoopback(new URL(url).hostname), false, url);
    }
  });

  it('accepts every region of the table', () => {
    for (const { host } of regions)
      assert.deepEqual(normaliseBaseUrl(host), { url: `https://${host}/elements/api-v2` });
  });
});

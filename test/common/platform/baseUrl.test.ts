import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLoopback, normaliseBaseUrl } from '../../../common/src/platform/baseUrl';
import { endpointOf, regions } from '../../../common/src/platform/regions';

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

  const pasted = [
    '/elements/api-v2/instances',
    '/elements/api-v2/instances?page=2#top',
    '/elements/jsp/home.jsp',
    '/#/home',
    '?x=https://evil.example',
    '#evil.example/',
    '/?to=a@evil.example',
    '.',
    './elements/api-v2',
    ':443/x',
  ];
  for (const rest of pasted) {
    it(`takes the host alone of what is pasted with ${rest}`, () => {
      assert.deepEqual(normaliseBaseUrl(`https://api.cloud-elements.com${rest}`), { url: us });
      assert.deepEqual(normaliseBaseUrl(`API.cloud-elements.com${rest}`), { url: us });
    });
  }

  const pages: Record<string, string> = {
    'my.cloudelements.io': 'api.cloud-elements.com',
    'my.cloudelements.co.uk': 'api.cloud-elements.co.uk',
    'my-staging.cloudelements.io': 'staging.cloud-elements.com',
    'my-snapshot.cloudelements.io': 'snapshot.cloud-elements.com',
    'my-staging.cloudelements.co.uk': 'staging.cloud-elements.co.uk',
    'my.cloud-elements.com': 'api.cloud-elements.com',
    'my.openconnectors.ext.hanatrial.ondemand.com': 'api.openconnectors.ext.hanatrial.ondemand.com',
    ...Object.fromEntries(
      ['us2', 'us10', 'eu10', 'jp20', 'ap21', 'zz99', 'trial.us10', 'trial.eu10', 'trial.ap21'].map((region) => [
        `my.openconnectors.${region}.ext.hana.ondemand.com`,
        `api.openconnectors.${region}.ext.hana.ondemand.com`,
      ]),
    ),
    'my.openconnectors.cn40.platform.sapcloud.cn': 'api.openconnectors.cn40.platform.sapcloud.cn',
  };
  const typings = [
    (host: string) => host,
    (host: string) => `https://${host}/home#/elements?x=1`,
    (host: string) => `HTTPS://${host.toUpperCase()}./`,
    (host: string) => `http://${host}:443/elements/api-v2`,
  ];
  for (const [page, host] of Object.entries(pages)) {
    it(`takes ${host} for the API of the web page ${page}, however it is pasted`, () => {
      for (const typing of typings) {
        assert.deepEqual(normaliseBaseUrl(typing(page)), { url: `https://${host}/elements/api-v2`, page });
      }
    });
  }

  it('is at no web page of the platform, whatever its region or environment is called', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
    const page = fc.oneof(
      fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `my.openconnectors.${labels.join('.')}`),
      fc.tuple(label, fc.constantFrom('io', 'co.uk')).map(([name, domain]) => `my-${name}.cloudelements.${domain}`),
      fc.tuple(label, fc.constantFrom('io', 'co.uk')).map(([name, domain]) => `${name}.cloudelements.${domain}`),
    );
    fc.assert(
      fc.property(page, fc.constantFrom('', '.', '/#/home', ':8443'), (host, rest) => {
        const result = normaliseBaseUrl(`https://${host}${rest}`);
        if ('problem' in result) return;
        assert.doesNotMatch(new URL(result.url).hostname, /^my\b|cloudelements/);
        assert.deepEqual(normaliseBaseUrl(result.url), { url: result.url });
      }),
    );
  });

  const bad: Record<string, string> = {
    '': 'empty',
    '   ': 'empty',
    'https://': 'not-a-url',
    'two words': 'not-a-url',
    'https://api..cloud-elements.com': 'not-a-url',
    'https://api.cloud-elements.com..': 'not-a-url',
    'https://.': 'not-a-url',
    'http://api.cloud-elements.com': 'not-https',
    'http://api.cloud-elements.com./': 'not-https',
    'http://127.0.0.1.example.com': 'not-https',
    'http://localhost.example.com': 'not-https',
    'http://10.0.0.1': 'not-https',
    'http://0.0.0.0': 'not-https',
    'http://[::]:8080': 'not-https',
    'ftp://api.cloud-elements.com': 'not-https',
    'javascript://api.cloud-elements.com': 'not-https',
    'https://user:word@api.cloud-elements.com': 'user-info',
    'https://api.cloud-elements.com@evil.example': 'user-info',
    'https://api.cloud-elements.com:x@evil.example/#/home': 'user-info',
    'https://user@my.cloudelements.io': 'user-info',
    'https://auth.cloudelements.io/oauth': 'no-api',
    'https://cloudelements.io': 'no-api',
    'https://docs.cloud-elements.com/home/authentication': 'no-api',
    'https://www.cloud-elements.com': 'no-api',
    'https://cloud-elements.com': 'no-api',
    'https://help.openconnectors.ext.hana.ondemand.com/home/x': 'no-api',
    'https://cloud.uipath.com/acme/tenant/portal_/home': 'uipath',
    'staging.uipath.com': 'uipath',
    'https://govcloud.uipath.us/': 'uipath',
    'https://UIPATH.COM.': 'uipath',
    'https://cloud.uipath.co.jp': 'uipath',
    'https://suite.example.com/acme/tenant/elements_/v3/element/instances': 'uipath',
    'https://\u0430pi.cloud-elements.com': 'look-alike',
    'https://%D0%B0pi.cloud-elements.com': 'look-alike',
    'https://\u0430pi.cloud-elements.com/?xn--pi-6kc.cloud-elements.com': 'look-alike',
    'my.cloudelem\u0435nts.io': 'look-alike',
  };
  for (const [text, problem] of Object.entries(bad)) {
    it(`refuses ${JSON.stringify(text)} as ${problem}`, () => {
      const result = normaliseBaseUrl(text);
      assert.equal('problem' in result && result.problem, problem);
    });
  }

  it('refuses a host in letters that only look like its own with the name that it would be', () => {
    assert.deepEqual(normaliseBaseUrl('\u0430pi.cloud-elements.com'), {
      problem: 'look-alike',
      host: 'xn--pi-6kc.cloud-elements.com',
    });
    const typed = 'https://xn--pi-6kc.cloud-elements.com/elements/api-v2';
    assert.deepEqual(normaliseBaseUrl(typed), { url: typed });
    // Wide letters are the plain ones to every program.
    assert.deepEqual(normaliseBaseUrl('\uff41pi.cloud-elements.com'), { url: us });
  });

  it('knows loopback addresses in all spellings a URL has, and no others', () => {
    const hosts = [
      'http://127.1',
      'http://0x7f000001',
      'http://017700000001',
      'http://2130706433',
      'http://[0:0:0:0:0:0:0:1]',
      'http://LOCALHOST',
    ];
    for (const url of hosts) assert.equal(isLoopback(new URL(url).hostname), true, url);
    for (const url of ['http://localhost.', 'http://127.0.0.1.', 'LOCALHOST.:8080']) {
      assert.match(JSON.stringify(normaliseBaseUrl(url)), /"http:\/\/(?:localhost|127\.0\.0\.1)[:/]/, url);
    }
    // The last one is this computer in a notation that nobody types: refused, it leads nowhere.
    for (const url of ['http://128.0.0.1', 'http://[::2]', 'http://127.0.0.1.nip.example', 'http://[::ffff:7f00:1]']) {
      assert.equal(isLoopback(new URL(url).hostname), false, url);
    }
  });

  it('accepts every region of the table', () => {
    for (const { host, label, kind } of regions) {
      const url = `https://${host}/elements/api-v2`;
      assert.deepEqual(normaliseBaseUrl(host), { url });
      assert.deepEqual(endpointOf(url), { host, region: label, kind, isLocal: false });
    }
  });

  const places: [host: string, region: string | undefined, kind: string][] = [
    ['api.openconnectors.us10.ext.hana.ondemand.com', 'SAP Open Connectors, us10', 'production'],
    ['api.openconnectors.ap21.ext.hana.ondemand.com', 'SAP Open Connectors, ap21', 'production'],
    ['api.openconnectors.trial.ap21.ext.hana.ondemand.com', 'SAP Open Connectors trial, ap21', 'test'],
    ['api.openconnectors.ext.hanatrial.ondemand.com', 'SAP Open Connectors trial', 'test'],
    ['console.cloud-elements.co.uk', 'Cloud Elements, EU', 'production'],
    ['snapshot.cloud-elements.com', 'Cloud Elements, snapshot', 'test'],
    ['api.cloud-elements.com:8443', undefined, 'production'],
    ['api.openconnectors.eu10.ext.hana.ondemand.com.evil.example', undefined, 'production'],
    ['xn--pi-6kc.cloud-elements.com', undefined, 'production'],
    ['localhost:8443', undefined, 'test'],
  ];
  for (const [host, region, kind] of places) {
    it(`knows ${host} as ${region ?? 'no public environment'}, ${kind}`, () => {
      const isLocal = host.startsWith('localhost');
      assert.deepEqual(endpointOf(`https://${host}/elements/api-v2`), { host, region, kind, isLocal });
    });
  }
});

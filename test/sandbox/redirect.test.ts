import assert from 'node:assert/strict';
import { startSandbox } from '../../sandbox/src/server';
import { accountHeader, call } from './callSandbox';

describe('sandbox: a redirect in place of an answer', () => {
  it('is given to every call of the API, whoever makes it, and nothing is done', async () => {
    const other = await startSandbox();
    const sandbox = await startSandbox({ redirectTo: `${other.baseUrl}/instances` });
    try {
      const operations = ['POST /instances', 'GET /instances', 'GET /organizations/me', 'GET /elements/keys', 'GET /x'];
      for (const operation of operations) {
        const [method, path = ''] = operation.split(' ');
        const url = sandbox.baseUrl + path;
        const response = await fetch(url, { method, redirect: 'manual', headers: { Authorization: accountHeader } });
        assert.deepEqual([response.status, response.headers.get('location')], [302, `${other.baseUrl}/instances`]);
      }
      assert.equal(Object.keys(sandbox.counts()).length, operations.length);
      assert.deepEqual([sandbox.instances(), other.counts()], [[], {}]);
      sandbox.settings.redirectTo = null;
      assert.equal((await call(sandbox, 'GET /organizations/me')).status, 200);
    } finally {
      await Promise.all([sandbox.close(), other.close()]);
    }
  });
});

import assert from 'node:assert/strict';
import { parseAuthorization, sandboxSecrets } from '../../sandbox/src/checkAuthorization';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { accountHeader, call, helpScoutRequest } from './callSandbox';

describe('sandbox: parsing the Authorization header', () => {
  const all = { user: 'u=', organization: 'o+/', element: 'e' };
  const cases: readonly [title: string, header: string | undefined, expected: object | undefined][] = [
    ['takes the documented order', 'User u=, Organization o+/', { user: 'u=', organization: 'o+/' }],
    ['takes any order', 'Element e, User u=, Organization o+/', all],
    ['takes parts without a space after the comma', 'Organization o+/,User u=,Element e', all],
    ['refuses no header', undefined, undefined],
    ['refuses an empty header', '', undefined],
    ['refuses another kind of part', 'Bearer u', undefined],
    ['refuses the name of an inherited property', 'toString u', undefined],
    ['refuses a part without a secret', 'User , Organization o', undefined],
    ['refuses a secret with a space in it', 'User a b, Organization o', undefined],
    ['refuses a part twice', 'User a, User b', undefined],
  ];
  for (const [title, header, expected] of cases) {
    it(title, () => {
      assert.deepEqual(parseAuthorization(header), expected);
    });
  }
});

describe('sandbox: who may call what', () => {
  const { user, organization } = sandboxSecrets;
  const text = 'Invalid Organization or User secret, or invalid Element token provided.';
  let sandbox: Sandbox;
  let token: string;
  before(async () => {
    sandbox = await startSandbox();
    await call(sandbox, 'POST /instances', helpScoutRequest());
    token = sandbox.instances()[0]?.token ?? '';
  });
  after(() => sandbox.close());

  const cases: readonly [operation: string, header: () => string | null, status: number][] = [
    ['GET /instances', () => accountHeader, 200],
    ['GET /instances', () => `Organization ${organization}, User ${user}`, 200],
    ['GET /organizations/me', () => accountHeader, 200],
    ['GET /organizations/me', () => `User wrong, Organization ${organization}`, 401],
    ['GET /instances', () => null, 401],
    ['GET /instances', () => `User ${user}`, 401],
    ['GET /instances', () => `User ${user}, Organization wrong`, 401],
    ['GET /instances', () => `User wrong, Organization ${organization}`, 401],
    ['GET /instances', () => `${accountHeader}, Element wrong`, 401],
    ['GET /instances', () => `${accountHeader}, Element ${token}`, 404],
    ['POST /instances', () => `User ${user}, Organization wrong`, 401],
    ['GET /ping', () => `${accountHeader}, Element ${token}`, 200],
    ['GET /ping', () => `Element ${token}, User ${user}`, 200],
    ['GET /hubs/anything/ping', () => `${accountHeader}, Element ${token}`, 200],
    ['GET /ping', () => accountHeader, 401],
    ['GET /ping', () => `${accountHeader}, Element wrong`, 401],
    ['GET /ping', () => `User ${user}, Organization wrong, Element ${token}`, 401],
    ['GET /elements', () => null, 200],
    ['GET /elements', () => accountHeader, 200],
    ['GET /elements', () => `User wrong, Organization ${organization}`, 401],
  ];
  cases.forEach(([operation, header, status], index) => {
    it(`case ${index + 1}: ${operation} gives ${status}`, async () => {
      const body = operation.startsWith('POST') ? helpScoutRequest() : undefined;
      const answer = await call(sandbox, operation, body, { Authorization: header() });
      assert.equal(answer.status, status);
      if (status === 401) assert.equal((answer.json as { message: string }).message, text);
    });
  });
});

import { accountFlows } from '../../../client/src/features/accounts/accountFlows';
import { createFileSecrets } from '../../../engine/src/accounts/fileSecrets';
import { createAccounts } from '../../../engine/src/accounts/storedAccounts';
import { createTokens } from '../../../engine/src/accounts/tokens';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConsents } from '../../../engine/src/provisioning/consents';
import { createRecords } from '../../../engine/src/provisioning/records';
import type { Http, HttpFailure, HttpRequest } from '../../../engine/src/platform/http';
import { fakeUi, memorySecrets, memoryState, newSecret, type Script } from './fakes';

/** A platform that accepts everything, or gives the answers of a list of statuses, one each. */
export function platform(...statuses: (number | HttpFailure)[]) {
  const requests: HttpRequest[] = [];
  const http: Http = (request) => {
    requests.push(request);
    const status = statuses.shift() ?? 200;
    if (typeof status !== 'number') return Promise.reject(status);
    return Promise.resolve({ status, headers: {}, text: '{"message":"So it is"}' });
  };
  return { http, requests };
}

/** What a test may replace of the accounts of a window. */
interface Own {
  readonly platform?: ReturnType<typeof platform>;
  readonly state?: ReturnType<typeof memoryState>;
  readonly secrets?: ReturnType<typeof memorySecrets>;
  /** Value of the setting for the sandbox. */
  readonly sandbox?: string;
}

/** What commands on accounts use, over storage in memory. Two with one `state` and `secrets` are two windows. */
export function openAccounts(script: Script = {}, own: Own = {}) {
  const { platform: api = platform(), state = memoryState(), secrets = memorySecrets(), sandbox = '' } = own;
  const shared = { ui: fakeUi(script), http: api.http, accounts: createAccounts(state, secrets, () => sandbox) };
  return {
    ...shared,
    ...accountFlows(shared),
    requests: api.requests,
    state,
    secrets,
    tokens: createTokens(state, secrets, () => new Date()),
    fileSecrets: createFileSecrets(state, secrets),
    consents: createConsents(state),
    // Nothing is written there: these commands only take records away.
    records: createRecords(path.join(tmpdir(), `no-records-${process.pid}`)),
  };
}

export const aSandbox = 'http://127.0.0.1:8088';

/** The two secrets of an account, new each time. */
export const twoSecrets = () => ({ userSecret: newSecret(), organizationSecret: newSecret() });

import assert from 'node:assert/strict';
import { createTokens } from '../../../engine/src/accounts/tokens';
import { anAccount, brokenSecrets, memorySecrets, memoryState, newSecret } from '../../kit/client/fakes';

const now = () => new Date('2026-01-05T09:30:00Z');

describe('tokens', () => {
  it('stores a token in the secret storage, and only its entry in clear text', async () => {
    const [state, secrets] = [memoryState(), memorySecrets()];
    const token = newSecret();
    await createTokens(state, secrets, now).store(anAccount, {
      id: '7',
      token,
      name: 'desk',
      elementKey: 'exampledesk',
      createdDate: '2026-01-01T00:00:00Z',
    });
    assert.equal(state.dump().includes(token), false);
    // A new window, the next day.
    const tomorrow = createTokens(state, secrets, now);
    const [entry] = tomorrow.list();
    assert.deepEqual(entry, {
      accountId: 'a1',
      accountLabel: 'Work',
      instanceId: '7',
      name: 'desk',
      elementKey: 'exampledesk',
      created: '2026-01-01T00:00:00Z',
    });
    assert.ok(entry);
    assert.equal(await tomorrow.read(entry), token);
  });

  it('lists the newest first, and each instance once', async () => {
    const tokens = createTokens(memoryState(), memorySecrets(), now);
    for (const id of ['1', '2', '1']) await tokens.store(anAccount, { id, token: newSecret() });
    assert.deepEqual(
      tokens.list().map(({ instanceId }) => instanceId),
      ['1', '2'],
    );
    assert.equal(tokens.list()[0]?.created, '2026-01-05T09:30:00.000Z');
  });

  it('distinguishes instances of two accounts that have the same ID', async () => {
    const tokens = createTokens(memoryState(), memorySecrets(), now);
    const [mine, theirs] = [newSecret(), newSecret()];
    const first = await tokens.store(anAccount, { id: '1', token: mine });
    const second = await tokens.store({ ...anAccount, id: 'a2' }, { id: '1', token: theirs });
    assert.deepEqual([await tokens.read(first), await tokens.read(second)], [mine, theirs]);
  });

  it('deletes tokens with their entries', async () => {
    const [state, secrets] = [memoryState(), memorySecrets()];
    const tokens = createTokens(state, secrets, now);
    const entry = await tokens.store(anAccount, { id: '1', token: newSecret() });
    await tokens.store(anAccount, { id: '2', token: newSecret() });
    await tokens.forget([entry]);
    assert.deepEqual([tokens.list().length, secrets.keys()], [1, ['token/a1/2']]);
  });

  it('throws if a token cannot be stored, but has it in memory and lists it', async () => {
    const tokens = createTokens(memoryState(), brokenSecrets, now);
    const token = newSecret();
    await assert.rejects(tokens.store(anAccount, { id: '1', token }));
    const [entry] = tokens.list();
    assert.ok(entry);
    assert.equal(await tokens.read(entry), token);
    await tokens.forget([entry]);
    assert.deepEqual(tokens.list(), []);
  });

  it('lists the tokens of an account under its new name, including those in memory', async () => {
    const [state, secrets] = [memoryState(), memorySecrets()];
    await createTokens(state, secrets, now).store(anAccount, { id: '1', token: newSecret() });
    const tokens = createTokens(state, { ...secrets, store: () => Promise.reject(new Error('no keyring')) }, now);
    const token = newSecret();
    await assert.rejects(tokens.store(anAccount, { id: '2', token }));
    await tokens.relabel(anAccount.id, 'Shop');
    const labels = tokens.list().map(({ accountLabel, instanceId }) => [accountLabel, instanceId]);
    assert.deepEqual(labels, [
      ['Shop', '2'],
      ['Shop', '1'],
    ]);
    const [first] = tokens.list();
    assert.ok(first);
    assert.equal(await tokens.read(first), token);
  });

  it('has a token in memory if its entry cannot be stored', async () => {
    const state = { ...memoryState(), update: () => Promise.reject(new Error('disk full')) };
    const tokens = createTokens(state, memorySecrets(), now);
    await assert.rejects(tokens.store(anAccount, { id: '1', token: newSecret() }));
    assert.equal(tokens.list().length, 1);
  });
});

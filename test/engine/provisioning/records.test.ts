import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { tokensOf } from '../../../common/src/json/readJson';
import { createRecords, recordOf, type CreationRecord } from '../../../engine/src/provisioning/records';
import { aDocument, aJson } from '../../kit/client/document';
import { anAccount, newSecret } from '../../kit/client/fakes';

describe('records of requests', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'records-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const record = (changes: Partial<CreationRecord> = {}): CreationRecord => ({
    digest: 'd1',
    document: 'f1',
    accountId: 'a1',
    origin: 'https://api.example.com',
    elementKey: 'helpscout',
    name: 'desk',
    startedAt: 1,
    ...changes,
  });
  const wanted = { digest: 'd1', document: 'f1', accountId: 'a1', origin: 'https://api.example.com' };

  it('are found by request or document of the same account only, newest first, in every window', async () => {
    const records = createRecords(path.join(folder, 'creations'));
    const all = [
      record({ document: 'f2' }),
      record({ digest: 'd2', startedAt: 2, instanceId: '7' }),
      record({ digest: 'd3', document: 'f3' }),
      record({ digest: 'd4', accountId: 'a2' }),
      record({ digest: 'd5', origin: 'https://elsewhere.example.com' }),
    ];
    for (const one of all) await records.write(one);
    assert.deepEqual(await createRecords(path.join(folder, 'creations')).find(wanted), [all[1], all[0]]);
    await records.write(record({ instanceId: '9' }));
    assert.deepEqual((await records.find(wanted))[1], record({ instanceId: '9' }));
    await records.drop(record());
    await records.forget('a2');
    assert.deepEqual(await records.find(wanted), [all[1]]);
    assert.deepEqual(await records.find({ ...wanted, accountId: 'a2' }), []);
  });

  it('are empty if nothing was ever sent, and do not include files that are no records', async () => {
    assert.deepEqual(await createRecords(path.join(folder, 'nothing')).find(wanted), []);
    for (const text of ['', '{', '[]', '{"digest":"d1"}', JSON.stringify({ ...record(), startedAt: 'x' })])
      await writeFile(path.join(folder, 'd1.json'), text);
    assert.deepEqual(await createRecords(folder).find(wanted), []);
  });

  it('cannot be read or written if their folder is a file, and throw', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const records = createRecords(path.join(folder, 'file'));
    await assert.rejects(records.find(wanted));
    await assert.rejects(records.write(record()));
  });

  it('are 500 at most: the oldest with a known outcome are removed first', async () => {
    const old = [
      record({ digest: 'open', startedAt: 0 }),
      record({ digest: 'settled', startedAt: 0, instanceId: '1' }),
    ];
    const names = Array.from({ length: 499 }, (_, index) => `n${index}`);
    for (const one of [...old, ...names.map((digest) => record({ digest, startedAt: 5, instanceId: '2' }))])
      await writeFile(path.join(folder, `${one.digest}.json`), JSON.stringify(one));
    await createRecords(folder).write(record({ startedAt: 9 }));
    const left = await readdir(folder);
    assert.deepEqual(
      [left.length, left.includes('open.json'), left.includes('settled.json'), left.includes('d1.json')],
      [500, true, false, true],
    );
  });

  it('contain no secret, and nothing of a document except element and name', async () => {
    const [password, value] = [newSecret(), newSecret()];
    const body = JSON.stringify({ element: { key: 'zendesk' }, configuration: { password, value }, name: 'desk' });
    const uri = 'file:///secret-project/instance.json';
    const records = createRecords(folder);
    await records.write(recordOf(uri, anAccount, aDocument(body), 5));
    const files = await readdir(folder);
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
    const shown = [...files, ...texts].join('\n');
    for (const hidden of [password, value, 'project', anAccount.label]) assert.ok(!shown.includes(hidden), hidden);
  });

  it('identify a request by every name and value in it, in any layout', () => {
    const digest = (body: string) => recordOf('x', anAccount, aDocument(body), 0).digest;
    const spaces = fc.stringMatching(/^[ \t\r\n]{0,4}$/);
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.array(spaces, { minLength: 40, maxLength: 40 }), (one, other, gaps) => {
        const spaced = tokensOf(aJson(one))
          .map((token, at) => `${gaps[at % 40] ?? ''}${token}`)
          .join('');
        assert.deepEqual(JSON.parse(spaced), JSON.parse(one));
        assert.equal(digest(spaced), digest(one));
        if (JSON.stringify(JSON.parse(one)) !== JSON.stringify(JSON.parse(other)))
          assert.notEqual(digest(one), digest(other));
      }),
    );
    for (const [one, other] of [
      ['{"a":1,"a":2}', '{"a":2}'],
      ['{"a":"b c"}', '{"a":"b  c"}'],
      ['{"a":1.0}', '{"a":1}'],
      ['{"a":["b","c"]}', '{"a":["b,c"]}'],
    ] as const) {
      assert.notEqual(digest(one), digest(other));
    }
  });
});

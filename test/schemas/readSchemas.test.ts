import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSchemas } from '../../server/src/node/schemas';

describe('schemas from a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'schemas-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('throws an error with the path of a missing folder, and what to do', () => {
    const missing = join(folder, 'nowhere');
    assert.throws(
      () => readSchemas(missing).elements(),
      (error) =>
        error instanceof Error && error.message.includes(missing) && error.message.includes('npm run generate'),
    );
  });

  it('reads skeletons by prefix from snippets beside it, or throws an error with the path of the missing file', () => {
    const source = readSchemas(join(folder, 'schemas'));
    const file = join(folder, 'snippets/instances.json');
    assert.throws(
      () => source.skeletons(),
      (error) => error instanceof Error && error.message.includes(file) && error.message.includes('npm run generate'),
    );
    mkdirSync(join(folder, 'snippets'));
    writeFileSync(file, JSON.stringify({ Desk: { prefix: 'ce-desk', description: 'A desk.', body: ['{', '}'] } }));
    assert.deepEqual([...source.skeletons()], [['ce-desk', '{\n}']]);
  });

  it('throws an error with the path of a file that is not JSON', () => {
    const file = join(folder, 'base.schema.json');
    writeFileSync(file, '{');
    assert.throws(
      () => readSchemas(folder).read('base.schema.json'),
      (error) => error instanceof Error && error.message.includes(file),
    );
  });

  it('reads undefined for a file that does not exist', () => {
    assert.equal(readSchemas(folder).read('elements/missing.schema.json'), undefined);
  });

  it('reads a file once, when first requested', () => {
    const source = readSchemas(folder);
    const file = join(folder, 'base.schema.json');
    writeFileSync(file, '{"title":"first"}');
    assert.equal(source.read('base.schema.json')?.title, 'first');
    writeFileSync(file, '{"title":"second"}');
    assert.equal(source.read('base.schema.json')?.title, 'first');
  });
});

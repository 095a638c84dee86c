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

  it('a folder without schemas is named in the error, and what to do', () => {
    const missing = join(folder, 'nowhere');
    assert.throws(
      () => readSchemas(missing).elements(),
      (error) => error instanceof Error && error.message.includes(missing) && error.message.includes('Install'),
    );
  });

  it('skeletons come from snippets beside it, by prefix; where they are missing, the file is named', () => {
    const source = readSchemas(join(folder, 'schemas'));
    const file = join(folder, 'snippets/instances.json');
    assert.throws(
      () => source.skeletons(),
      (error) => error instanceof Error && error.message.includes(file) && error.message.includes('Install'),
    );
    mkdirSync(join(folder, 'snippets'));
    writeFileSync(file, JSON.stringify({ Desk: { prefix: 'ce-desk', description: 'A desk.', body: ['{', '}'] } }));
    assert.deepEqual([...source.skeletons()], [['ce-desk', '{\n}']]);
  });

  it('a file that is not JSON is named in the error', () => {
    const file = join(folder, 'base.schema.json');
    writeFileSync(file, '{');
    assert.throws(
      () => readSchemas(folder).read('base.schema.json'),
      (error) => error instanceof Error && error.message.includes(file),
    );
  });

  it('a file that does not exist is no schema', () => {
    assert.equal(readSchemas(folder).read('elements/nobody.schema.json'), undefined);
  });

  it('reads a file when first asked for, and once', () => {
    const source = readSchemas(folder);
    const file = join(folder, 'base.schema.json');
    writeFileSync(file, '{"title":"first"}');
    assert.equal(source.read('base.schema.json')?.title, 'first');
    writeFileSync(file, '{"title":"second"}');
    assert.equal(source.read('base.schema.json')?.title, 'first');
  });
});

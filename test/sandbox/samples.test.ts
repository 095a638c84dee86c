import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { call } from './callSandbox';

const folder = join(import.meta.dirname, '../../sandbox/samples');
/** Keys of the elements that have a sample; how a person breaks one is a sample, too, but of no element. */
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.instance.json') && !name.startsWith('broken-'))
  .map((name) => name.slice(0, -'.instance.json'.length));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('sandbox: samples', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const refused: Readonly<Record<string, RegExp>> = {
    zendesk: /^You must provide an OAuth code in order to create an instance of this element$/,
  };
  for (const key of samples) {
    const message = refused[key];
    it(`${key}.instance.json is ${message ? 'complete but for the OAuth code' : 'accepted'}`, async () => {
      const { status, json } = await call(sandbox, 'POST /instances', read(`${key}.instance.json`));
      assert.equal(status, message ? 400 : 200);
      if (message) assert.match((json as { message: string }).message, message);
    });
  }

  it('start-here/instance.json lacks every required entry, and the answer names them', async () => {
    const { status, json } = await call(sandbox, 'POST /instances', read('start-here/instance.json'));
    assert.equal(status, 400);
    assert.match((json as { message: string }).message, /: username, password, mailbox\.name$/);
  });

  it('broken-quotes.instance.json is refused, and accepted once its quotes are straight', async () => {
    const text = read('broken-quotes.instance.json');
    assert.ok(!text.includes('"'));
    assert.equal((await call(sandbox, 'POST /instances', text)).status, 400);
    assert.equal((await call(sandbox, 'POST /instances', text.replace(/[“”]/g, '"'))).status, 200);
  });

  it('each file is known to the README, indented by two spaces, and ends with one newline', () => {
    const readme = read('README.md');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    assert.equal(files.length, samples.length + 2);
    for (const name of files.map((file) => file.replaceAll('\\', '/'))) {
      assert.ok(readme.includes(`\`${name}\``), name);
      assert.match(read(name), /^\{\n( {2})+\S[^\r\t]*[^\n]\n$/, name);
    }
  });
});

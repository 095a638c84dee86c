import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { problemsOf } from '../kit/problems';
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

  const behindOAuth: Readonly<Record<string, string>> = {
    slack: 'http://127.0.0.1:8089/callback',
    twitter: 'http://127.0.0.1:8089/callback',
    zendesk: 'https://app.sandbox.test/callback',
  };
  for (const key of samples) {
    const callback = behindOAuth[key];
    it(`${key}.instance.json is ${callback ? 'complete but for what the page of the provider gives' : 'accepted'}`, async () => {
      const text = read(`${key}.instance.json`);
      const answer = await call(sandbox, 'POST /instances', text);
      assert.equal(answer.status, callback ? 400 : 200);
      if (!callback) return;
      const oauthMessage = 'You must provide an OAuth code in order to create an instance of this element';
      assert.equal((answer.json as { message: string }).message, oauthMessage);
      const request = JSON.parse(text) as { configuration: Record<string, unknown> };
      assert.equal(request.configuration['oauth.callback.url'], callback);
      const providerData = sandbox.consent({ elementKey: key, configuration: request.configuration });
      assert.equal((await call(sandbox, 'POST /instances', { ...request, providerData })).status, 200);
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

  it('no sample leaves anything to do in the editor but to sign in', () => {
    for (const key of samples) {
      const problems = problemsOf(read(`${key}.instance.json`)).map(({ code }) => code);
      assert.deepEqual(problems, key in behindOAuth ? ['sign-in-later'] : [], key);
    }
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

// A real Neovim with the settings of docs/editors.md and the server as `npm install` puts it there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installEditors } from '../host/editors';
import { documentedSettings } from './documentedSettings';
import {
  afterWideCharacters,
  fileNames,
  openingQuotes,
  pasted,
  straightened,
  sampleAddress,
  withoutSecrets,
} from './documents';
import { installServer, type InstalledServer } from './installedServer';
import { createWorkplace, readObservation, type Observation, type Workplace } from './workplace';

const language = 'cloud-elements-instance';
const driver = path.join(import.meta.dirname, 'neovim.lua');
/** Neovim counts columns in bytes. */
const bytes = (text: string): number => Buffer.byteLength(text);

describe('Neovim with the documented settings', function () {
  this.timeout(60_000);
  let server: InstalledServer;
  let place: Workplace;

  before(async function () {
    this.timeout(8 * 60_000);
    await installEditors(() => undefined);
    server = await installServer();
    place = createWorkplace(server.bin, { '.config/nvim/init.lua': documentedSettings('neovim') });
  });

  after(() => {
    place.remove();
    server.remove();
  });

  async function fix(file: string, command: string): Promise<Observation> {
    const observation = path.join(place.home, 'observation.json');
    await place.run('nvim', ['--headless', file, '-c', `luafile ${driver}`], {
      FIX: command,
      OBSERVATION: observation,
    });
    return readObservation(observation);
  }

  it('knows our files by their names, and leaves others alone', async () => {
    for (const [name, ours] of fileNames) {
      const file = place.write(name, '{}\n');
      const say = ['-c', 'call writefile([&filetype], $OBSERVATION)', '-c', 'qall!'];
      const observation = path.join(place.home, 'filetype');
      await place.run('nvim', ['--headless', file, ...say], { OBSERVATION: observation });
      assert.equal(readFileSync(observation, 'utf8').trim() === language, ours, name);
    }
  });

  it('shows one problem for each curly string where its quote stands, and :w straightens the file', async () => {
    const file = place.write('pasted.instance.json', pasted);
    const { language: seen, problems } = await fix(file, 'write');
    assert.equal(seen, language);
    assert.deepEqual(withoutSecrets(problems), openingQuotes(pasted, bytes));
    const saved = readFileSync(file, 'utf8');
    assert.equal(saved, straightened(pasted));
    assert.doesNotThrow(() => void JSON.parse(saved));
  });

  it('counts columns and mends by :CloudElementsFixAll behind wide characters, without saving', async () => {
    const file = place.write('create-instance.json', afterWideCharacters);
    const { problems, text } = await fix(file, 'CloudElementsFixAll');
    const quotes = problems.filter(({ code }) => code === 'look-alike-quotes');
    assert.deepEqual(quotes, openingQuotes(afterWideCharacters, bytes));
    assert.equal(text, straightened(afterWideCharacters));
    assert.equal(readFileSync(file, 'utf8'), afterWideCharacters);
  });

  it('answers the server with the severities of the settings, and shows no problem that they turn off', async () => {
    const { settings, problems } = await fix(place.write('instance.json', sampleAddress), 'CloudElementsFixAll');
    assert.deepEqual(settings, { 'sample-host': 'off' });
    assert.deepEqual(problems.map(({ code }) => code).sort(), ['unknown-element', 'unknown-member']);
  });
});

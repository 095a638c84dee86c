// A real Neovim with the settings of docs/editors.md and the server as `npm install` puts it there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installEditors } from '../../scripts/host/editors';
import { documentedSettings } from './documentedSettings';
import { fileNames } from './documents';
import { installServer, type InstalledServer } from './installedServer';
import { testEditor } from './sharedTests';
import { createWorkplace, readObservation, type Observation, type Workplace } from './workplace';

const language = 'cloud-elements-instance';
const driver = path.join(import.meta.dirname, 'neovim.lua');
/** Neovim counts columns in bytes. */
const bytes = (text: string): number => Buffer.byteLength(text);

describe('Neovim with the documented settings', function () {
  this.timeout(5 * 60_000);
  let server: InstalledServer;
  let place: Workplace;

  before(async function () {
    this.timeout(30 * 60_000);
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

  testEditor({
    place: () => place,
    columns: bytes,
    fix: (file, how) => fix(file, how === 'save' ? 'write' : 'CloudElementsFixAll'),
  });
});

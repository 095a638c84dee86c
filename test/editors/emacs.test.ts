// A real Emacs with the settings of docs/editors.md and the server as `npm install` puts it there.
import assert from 'node:assert/strict';
import path from 'node:path';
import { installEditors } from '../../scripts/host/editors';
import { documentedSettings } from './documentedSettings';
import { fileNames } from './documents';
import { installServer, type InstalledServer } from './installedServer';
import { testEditor } from './sharedTests';
import { createWorkplace, readObservation, type Observation, type Workplace } from './workplace';

const driver = path.join(import.meta.dirname, 'emacs.el');
/** Emacs counts columns in characters. */
const characters = (text: string): number => Array.from(text).length;

describe('Emacs and Eglot with the documented settings', function () {
  this.timeout(5 * 60_000);
  let server: InstalledServer;
  let place: Workplace;

  before(async function () {
    this.timeout(30 * 60_000);
    await installEditors(() => undefined);
    server = await installServer();
    place = createWorkplace(server.bin, { '.emacs.d/init.el': documentedSettings('emacs') });
  });

  after(() => {
    place.remove();
    server.remove();
  });

  /** Runs Emacs as it starts with a terminal: packages first, then the settings. */
  function emacs(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<string> {
    const init = path.join(place.home, '.emacs.d/init.el');
    return place.run('emacs', ['--batch', '-f', 'package-activate-all', '-l', init, ...args], settings);
  }

  async function fix(file: string, how: 'save' | 'command' | 'complete'): Promise<Observation> {
    const observation = path.join(place.home, 'observation.json');
    await emacs(['-l', driver], { FILE: file, FIX: how, OBSERVATION: observation });
    return readObservation(observation);
  }

  it('knows our files by their names, and leaves others alone', async () => {
    for (const [name, ours] of fileNames) {
      const file = place.write(name, '{}\n');
      const mode = await emacs(['--eval', `(princ (assoc-default "${file}" auto-mode-alist #'string-match))`]);
      assert.equal(mode === 'cloud-elements-instance-mode', ours, name);
    }
  });

  testEditor({ place: () => place, columns: characters, fix: fix });

  it('completes the key of an element, and the rest of its request', async () => {
    const texts = [
      ['{ "element": { "key": "twil|" } }', /"key": "twilio" }/],
      ['{ "element": { "key": "helpscout" }, "conf|" }', /"configuration": {\n\s+"username"/],
    ] as const;
    for (const [before, after] of texts) {
      const { text } = await fix(place.write('instance.json', before), 'complete');
      assert.match(text, after);
    }
  });
});

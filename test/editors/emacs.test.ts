// A real Emacs with the settings of docs/editors.md and the server as `npm install` puts it there.
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

const driver = path.join(import.meta.dirname, 'emacs.el');
/** Emacs counts columns in characters. */
const characters = (text: string): number => Array.from(text).length;

describe('Emacs and Eglot with the documented settings', function () {
  this.timeout(60_000);
  let server: InstalledServer;
  let place: Workplace;

  before(async function () {
    this.timeout(8 * 60_000);
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

  it('shows one problem for each curly string where its quote stands, and saving straightens the file', async () => {
    const file = place.write('pasted.instance.json', pasted);
    const { language, problems } = await fix(file, 'save');
    assert.equal(language, 'cloud-elements-instance');
    assert.deepEqual(withoutSecrets(problems), openingQuotes(pasted, characters));
    const saved = readFileSync(file, 'utf8');
    assert.equal(saved, straightened(pasted));
    assert.doesNotThrow(() => void JSON.parse(saved));
  });

  it('counts columns and mends by M-x cloud-elements-fix-all behind wide characters, without saving', async () => {
    const file = place.write('create-instance.json', afterWideCharacters);
    const { problems, text } = await fix(file, 'command');
    const quotes = problems.filter(({ code }) => code === 'look-alike-quotes');
    assert.deepEqual(quotes, openingQuotes(afterWideCharacters, characters));
    assert.equal(text, straightened(afterWideCharacters));
    assert.equal(readFileSync(file, 'utf8'), afterWideCharacters);
  });

  it('answers the server with the severities of the settings, and shows no problem that they turn off', async () => {
    const { settings, problems } = await fix(place.write('instance.json', sampleAddress), 'command');
    assert.deepEqual(settings, { 'sample-host': 'off' });
    assert.deepEqual(problems.map(({ code }) => code).sort(), ['unknown-element', 'unknown-member']);
  });

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

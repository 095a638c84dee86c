import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterWideCharacters, openingQuotes, pasted, sampleAddress, straightened, withoutSecrets } from './documents';
import type { Observation, Workplace } from './workplace';

/** An editor with its documented settings, as the tests of all editors see it. */
export interface Editor {
  /** Its workplace, once the tests run. */
  readonly place: () => Workplace;
  /** What an editor counts columns in. */
  readonly columns: (text: string) => number;
  /** Opens a file, records what is shown, and fixes it by saving or with the documented command. */
  readonly fix: (file: string, how: 'save' | 'command') => Promise<Observation>;
}

/** Tests that apply to every editor. */
export function testEditor({ place, columns, fix }: Editor): void {
  it('shows one problem for each curly string, at its quote, and saving fixes the file', async () => {
    const file = place().write('pasted.instance.json', pasted);
    const { language, problems } = await fix(file, 'save');
    assert.equal(language, 'cloud-elements-instance');
    assert.deepEqual(withoutSecrets(problems), openingQuotes(pasted, columns));
    const saved = readFileSync(file, 'utf8');
    assert.equal(saved, straightened(pasted));
    assert.doesNotThrow(() => void JSON.parse(saved));
  });

  it('counts columns and fixes with the documented command after wide characters, without saving', async () => {
    const file = place().write('create-instance.json', afterWideCharacters);
    const { problems, text } = await fix(file, 'command');
    const quotes = problems.filter(({ code }) => code === 'look-alike-quotes');
    assert.deepEqual(quotes, openingQuotes(afterWideCharacters, columns));
    assert.equal(text, straightened(afterWideCharacters));
    assert.equal(readFileSync(file, 'utf8'), afterWideCharacters);
  });

  it('answers the server with the severities of the settings, and shows no problem that they turn off', async () => {
    const { settings, problems } = await fix(place().write('instance.json', sampleAddress), 'command');
    assert.deepEqual(settings, { 'sample-host': 'off' });
    assert.deepEqual(problems.map(({ code }) => code).sort(), ['unknown-element', 'unknown-member']);
  });
}

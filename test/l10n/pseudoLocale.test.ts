import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readMessageTexts } from '../../scripts/messageTexts';
import { inside, outside, pseudo } from './pseudo';

const root = path.join(import.meta.dirname, '../..');

describe('in a pseudo-locale', () => {
  let texts: string[] = [];
  before(function () {
    this.timeout(300_000);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', 'tsx/cjs', 'test/l10n/pseudoTexts.ts'],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    assert.equal(status, 0, stderr);
    texts = JSON.parse(stdout) as string[];
  });

  it('every text that is shown is translated: no letter is outside of a message', () => {
    assert.ok(texts.length > 500, `${texts.length} texts`);
    assert.deepEqual(
      texts.filter((text) => /\p{L}/u.test(outside(text))),
      [],
    );
  });

  it('no sentence is a part of another one: what is within a message is a term', () => {
    const parts = new Set(texts.flatMap(inside));
    assert.deepEqual(
      [...parts].filter((part) => /[.?!]$/.test(part)),
      [],
    );
  });

  it('no message is glued to another: none begins or ends with whitespace or with what goes on', () => {
    const glued = readMessageTexts(root).filter(({ text }) => text !== text.trim() || /^[,;:.]|[,;]$/.test(text));
    assert.deepEqual(glued, []);
  });

  it('what is not translated would be seen', () => {
    assert.deepEqual(outside(`${pseudo('Delete {name}?').replace('{name}', 'x')} Now`), ' Now');
    assert.deepEqual(inside(pseudo('A {part}').replace('{part}', pseudo('b.'))), ['b.']);
  });
});

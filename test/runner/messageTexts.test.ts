import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readMessageTexts, roomsWithMessages } from '../../scripts/messageTexts';

describe('the messages that are collected for translators', () => {
  let root: string;
  const write = (text: string): void => {
    writeFileSync(path.join(root, 'common/src/some.ts'), text);
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'messages-'));
    for (const room of roomsWithMessages) mkdirSync(path.join(root, room), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('have their names and places', () => {
    write(
      "export const a = { 'b-c': { d: () => t('One {x}', { x }) } };\nconst f = (n) =>\n  n ? t(`Two`) : other('Three');",
    );
    assert.deepEqual(readMessageTexts(root), [
      { text: 'One {x}', place: 'common/src/some.ts:1', name: 'a.b-c.d' },
      { text: 'Two', place: 'common/src/some.ts:3', name: 'f' },
    ]);
  });

  for (const odd of ["t('a' + 'b')", 't(`a ${b}`)', 't(a)', 't()']) {
    it(`are literals: ${odd} is refused with its place`, () => {
      write(`\nexport const x = ${odd};`);
      assert.throws(() => readMessageTexts(root), /common\/src\/some\.ts:2/);
    });
  }
});

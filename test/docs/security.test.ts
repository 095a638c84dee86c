import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const text = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');
const threats = text.slice(text.indexOf('## Threats'), text.indexOf('## What it does not stop'));
const rows = threats
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, first = '']) => first !== 'Threat' && !first.startsWith('---'));

describe('SECURITY.md', () => {
  it('has a test for every threat', () => {
    assert.ok(rows.length >= 15);
    for (const [, threat, what, shown] of rows) assert.ok(threat && what && shown, threat);
  });

  for (const [, threat = '', , shown = ''] of rows) {
    it(`names a test that there is: ${threat}`, () => {
      const [file = '', ...title] = shown.split(': ');
      assert.ok(readFileSync(path.join(root, file), 'utf8').includes(title.join(': ')), shown);
    });
  }
});

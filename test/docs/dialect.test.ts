import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** Words that docs/glossary.md replaced, and that mean nothing else in these rooms. */
const replaced =
  /(?<![-\w])(?:mend(?:s|ed|ing)?|troubles?|told|untold|letGo|giveUp|grave|judge[sd]?|settle[sd]?|members?|straighten(?:s|ed|ing)?|blanks?|behind|wanted|signed out)(?![-\w])/gi;

/** What has one of them for another reason: the codes of two problems, a name of Unicode's. */
const others = /(?:unknown|misspelled)-member|Braille blank/g;

const files = execFileSync(
  'git',
  ['ls-files', 'client', 'server', 'engine', 'common', '*.md', 'package*.json', 'l10n'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(?:ts|md|json)$/.test(file) && !/^(?:docs\/glossary\.md|package-lock\.json|test\/)/.test(file));

describe('the words that the glossary replaced', () => {
  for (const file of files) {
    it(`are not in ${file}`, () => {
      const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
      const found = lines.flatMap((line, index) =>
        [...line.replaceAll(others, '').matchAll(replaced)].map(([word]) => `${file}:${index + 1}: ${word}`),
      );
      assert.deepEqual(found, []);
    });
  }
});

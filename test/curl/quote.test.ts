import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { shells } from '../../common/src/shells/shells';
import { isText, type Word } from '../../common/src/shells/word';
import { debianPackages } from '../../scripts/host/debianPackages';
import { runScript } from './shell';

const special = fc.constantFrom(
  ...`'"\\$\`!^%&|;<>()[]{}*?~#=: \t\n\réa1_-`.split(''),
  ...['😀', '$A', '${A}', '$(id)', "'\\''", '!!'],
);
const texts = fc.string({ unit: fc.oneof(special, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) });
const variable = { variable: 'A' };
const pieces = fc.oneof({ weight: 4, arbitrary: texts }, { weight: 1, arbitrary: fc.constant(variable) });
const words = fc.array(pieces, { maxLength: 4 });
const value = ` $B "x" 'y' \\ \`z\` !! é\n*`;
const valueOf = (word: Word) => word.map((piece) => (isText(piece) ? piece : value)).join('');

describe('a word that is quoted for a POSIX shell', () => {
  let folder = '';
  before(async function () {
    this.timeout(30 * 60_000);
    await debianPackages({ bash: 'bash' }, (line) => process.stderr.write(`${line}\n`));
    folder = await mkdtemp(path.join(tmpdir(), 'quote-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const shell of ['sh', 'bash'] as const) {
    it(`is passed unchanged by ${shell}, whatever is in it`, async function () {
      this.timeout(5 * 60_000);
      await fc.assert(
        // Many words for each process, because starting one is slow.
        fc.asyncProperty(fc.array(words, { minLength: 50, maxLength: 200, size: 'max' }), async (many) => {
          const spelled = many.flatMap((word) => {
            const quoted = shells.posix.quote(word);
            return 'text' in quoted ? [quoted.text] : [];
          });
          // That, and nothing else, no program can be given.
          const expected = many.map(valueOf).filter((text) => !text.includes('\0'));
          assert.equal(spelled.length, expected.length);
          const lines = spelled.map((word) => `printf '%s\\0' ${word}\n`);
          const printed = await runScript(shell, lines.join(''), folder, { A: value });
          assert.deepEqual(printed.toString().split('\0').slice(0, -1), expected);
        }),
        { numRuns: 20 },
      );
    });
  }
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { curlFixed, curlInShort, printedForms, address } from '../../kit/curl';

const words = [
  '-X',
  'POST',
  '-H',
  'Authorization: User <INSERT_USER_SECRET>, Organization <INSERT_ORGANIZATION_SECRET>',
  '-H',
  'Content-Type: application/json',
  '-d',
  '@instance.json',
  address,
];

/** The words that a real shell passes to `curl` in a script, where it only prints them. */
function wordsInBash(script: string): string[] {
  const printing = `curl() { printf '%s\\0' "$@"; }\n${script}`;
  return execFileSync('bash', ['-c', printing], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

const placeholders = [
  'warning placeholder «<INSERT_USER_SECRET>»',
  'warning placeholder «<INSERT_ORGANIZATION_SECRET>»',
];
const missing = (mark: string): string => `error curl-missing-backslash «${mark}»`;

const expected: Readonly<Record<string, readonly string[]>> = {
  'as it is printed': [missing('T'), ...placeholders, missing("'"), missing("'"), missing('n')],
  'with curly quotes': [
    missing('T'),
    'error look-alike-quotes «‘»',
    ...placeholders,
    missing('’'),
    'error look-alike-quotes «‘»',
    missing('’'),
    missing('n'),
    'error look-alike-quotes «‘»',
  ],
  'with long dashes': [
    'error look-alike-character «—»',
    missing('T'),
    'error look-alike-character «–»',
    ...placeholders,
    missing("'"),
    'error look-alike-character «–»',
    missing("'"),
    missing('n'),
  ],
  'with spaces after the backslashes': [
    'error curl-space-after-backslash « »',
    ...placeholders,
    ...Array.from({ length: 3 }, () => 'error curl-space-after-backslash « »'),
  ],
};

describe('the command of the documentation', () => {
  for (const [name, text] of Object.entries(printedForms)) {
    describe(name, () => {
      it('has every problem, and each once', () => {
        assert.deepEqual(curlInShort(text), expected[name]);
      });

      it('becomes, with fix all, what a real shell reads as it was meant', () => {
        const fixed = curlFixed(text);
        execFileSync('bash', ['-n', '-c', fixed]);
        assert.deepEqual(wordsInBash(fixed), words);
        assert.deepEqual(curlInShort(fixed), placeholders);
      });

      it('becomes the same where lines end with CR and LF, except the line ends', () => {
        assert.equal(curlFixed(text.replaceAll('\n', '\r\n')), curlFixed(text).replaceAll('\n', '\r\n'));
      });

      it('is fixed in the code block of a Markdown file, too, and the text around it is unchanged', () => {
        const around = ['# Set up\n\nRun “this” – once:\n\n```sh\n', '```\n\nIt’s done — “really”.\n'];
        assert.equal(curlFixed(around.join(text), 'markdown'), around.join(curlFixed(text)));
      });
    });
  }
});

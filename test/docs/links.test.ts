import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));
const documents = files.filter((file) => file.endsWith('.md') && !file.startsWith('test/fixtures/'));

/** Every file and every folder that has one, so that upper and lower case matter on any system. */
const existing = new Set(
  files.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))),
);

const withoutFences = (markdown: string): string => markdown.replace(/^ *(`{3,}|~{3,})[^]*?^ *\1 *$/gm, '');

/** The anchors that GitHub gives to the headings of a page. A repeated heading gets a number. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const anchors = [...withoutFences(markdown).matchAll(/^#{1,6} +(.*?)(?: +#+)? *$/gm)].map(([, heading = '']) => {
    const text = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(anchors);
}

/** The targets of links and pictures that aren't addresses. Code has none. */
function relativeTargets(markdown: string): string[] {
  const prose = withoutFences(markdown).replace(/(`+)[^]*?[^`]\1(?!`)/g, '``');
  const patterns = [/\]\(<?([^)\s>]+)>?(?: +"[^"]*")?\)/g, /^ *\[[^\]]+\]: +<?([^\s>]+)/gm, /(?:src|href)="([^"]+)"/g];
  return patterns
    .flatMap((pattern) => [...prose.matchAll(pattern)].map(([, target = '']) => target))
    .filter((target) => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target));
}

/** The links of a document that lead to no file, or to no heading of a page. */
function brokenLinks(document: string, markdown: string): string[] {
  return relativeTargets(markdown).filter((target) => {
    const [file = '', anchor] = decodeURI(target).split('#');
    const to = file === '' ? document : path.posix.join(path.posix.dirname(document), file).replace(/\/$/, '');
    if (to !== document && !existing.has(to)) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(to === document ? markdown : read(to)).has(anchor);
  });
}

describe('the links of the documents', () => {
  for (const document of documents) {
    it(`of ${document} lead to something that exists`, () => {
      assert.deepEqual(brokenLinks(document, read(document)), []);
    });
  }

  it('are found in many documents', () => {
    assert.ok(documents.filter((document) => relativeTargets(read(document)).length > 0).length >= 5);
  });

  const samples: readonly (readonly [what: string, markdown: string, broken: readonly string[]])[] = [
    ['a file that exists', '[a](../README.md), ![b](editing.png), [c](../schemas/)', []],
    ['a file that does not exist', '[a](../README.txt)', ['../README.txt']],
    ['a name in another case', '[a](../readme.md)', ['../readme.md']],
    ['a heading of another page', '[a](editors.md#neovim-07-to-010)', []],
    ['no heading of another page', '[a](editors.md#vi)', ['editors.md#vi']],
    ['a heading of this page', '## A `b` & c, d\n\n[a](#a-b--c-d)', []],
    ['no heading of this page', '## A\n\n[a](#b)', ['#b']],
    ['a repeated heading', '## A\n\n## A\n\n[a](#a-1) [b](#a-2)', ['#a-2']],
    ['a heading in a block of code', '```sh\n# a\n```\n\n[a](#a)', ['#a']],
    ['a definition', '[a]: nowhere.md', ['nowhere.md']],
    ['a picture of HTML', '<img src="nowhere.png">', ['nowhere.png']],
    ['an address', '[a](https://example.com/nowhere.md) [b](mailto:a@example.com)', []],
    ['code', '`[a](nowhere.md)`\n\n```\n[a](nowhere.md)\n```', []],
  ];
  for (const [what, markdown, broken] of samples) {
    it(`are checked where one leads to ${what}`, () => {
      assert.deepEqual(brokenLinks('docs/sample.md', markdown), broken);
    });
  }
});

describe('docs/decisions/README.md', () => {
  it('lists every page, with its number and title', () => {
    const pages = documents.filter((file) => /^docs\/decisions\/\d/.test(file)).sort();
    const expected = pages.map((file) => {
      const [, number, title] = /^# (\d+)\. (.*)$/m.exec(read(file)) ?? [];
      assert.equal(path.posix.basename(file).split('-')[0], number?.padStart(2, '0'), file);
      return `${number}. [${title}](${path.posix.basename(file)})`;
    });
    const listed = read('docs/decisions/README.md').match(/^\d+\. .*$/gm);
    assert.deepEqual(listed, expected);
  });
});

describe('README.md', () => {
  it('has at most 800 words', () => {
    const words = read('README.md')
      .split(/\s+/)
      .filter((word) => word !== '');
    assert.ok(words.length <= 800, `${words.length} words`);
  });
});

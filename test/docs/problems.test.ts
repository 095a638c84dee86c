import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProblemSections, type ProblemSection } from '../../scripts/problemSections';
import { message } from '../../server/src/problems/problemText';
import type { Problem } from '../../server/src/problems/problems';
import { defaultSeverities, severityOf } from '../../server/src/problems/severities';
import { applyEdits } from '../../common/src/json/edits';
import { diagnose } from '../../server/src/features/diagnostics';
import { openDocument } from '../../server/src/documents/instanceDocument';
import { openScript } from '../../server/src/documents/scriptDocument';
import type { ServedDocument } from '../../server/src/documents/servedDocument';
import { catalog } from '../kit/catalog';
import { isJson } from '../kit/json';
import { fixedAll } from '../kit/problems';

const read = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');

const page = read('docs/problems.md');
const sections = readProblemSections(page);
/** The section that is no code's: no problem of a text, but a note about many. */
const note = 'more-problems';
const documented = sections.filter(({ code }) => code !== note);

/** Examples that cannot be printed: nothing, and too much. */
const unprintable: Readonly<Record<string, string>> = {
  'empty-document': '',
  'too-long': ' '.repeat(9 * 1024 * 1024),
  'too-deep': '['.repeat(300),
};

const exampleOf = ({ code, blocks }: ProblemSection): string => unprintable[code] ?? (blocks[0]?.text ?? '').trimEnd();

/** The one problem of the example; that secrets are written out is said of every complete request. */
function problemOf(section: ProblemSection): Problem {
  const problems = open(section)
    .problems(catalog)
    .filter(({ code }) => code === section.code || code !== 'written-secret');
  assert.deepEqual(
    problems.map(({ code }) => code),
    [section.code],
  );
  const [problem] = problems;
  assert.ok(problem);
  return problem;
}

/** Codes that a part of the page links to, in its order. */
const linkedIn = (part: string): string[] => [...part.matchAll(/\[([a-z-]+)\]\(#\1\)/g)].map(([, code]) => code ?? '');

const fixedByFixAll = (section: ProblemSection): boolean => {
  const { languageId, text } = open(section);
  const fixed = openText(languageId, applyEdits(text.getText(), open(section).fixAll(catalog)));
  return !fixed.problems(catalog).some(({ code }) => code === section.code);
};

/** The example as the editor has it: a cURL command in a script, everything else in a file of ours. */
const open = (section: ProblemSection): ServedDocument =>
  openText(
    section.blocks[0]?.language === 'sh' && section.code !== 'curl-command' ? 'shellscript' : '',
    exampleOf(section),
  );

const openText = (languageId: string, text: string): ServedDocument =>
  (languageId === '' ? openDocument : openScript)('file:///example', languageId, 0, text);

describe('docs/problems.md', () => {
  it('has one section for every code, in the order in which they are listed', () => {
    const codes = Object.keys(defaultSeverities);
    assert.deepEqual(documented.map(({ code }) => code).sort(), codes.sort());
    const contents = page.slice(0, page.indexOf('\n## '));
    assert.deepEqual(
      linkedIn(contents),
      documented.map(({ code }) => code),
    );
    assert.equal(sections.at(-1)?.code, note);
  });

  it('is where every problem is said to be explained', () => {
    const [problem] = diagnose(openDocument('file:///instance.json', '', 0, '[]'), catalog, { explained: true });
    const { repository } = JSON.parse(read('package.json')) as { repository: { url: string } };
    const address = repository.url.replace(/\.git$/, '/blob/main/docs/problems.md');
    assert.equal(problem?.codeDescription?.href, `${address}#not-an-object`);
  });

  it('lists what fix-all mends', () => {
    const fixed = documented.filter(fixedByFixAll).map(({ code }) => code);
    const list = /^It mends .*?\.$/ms.exec(page)?.[0] ?? '';
    assert.deepEqual(linkedIn(list), fixed);
  });

  it('knows of what fix-all mends in part', () => {
    const [sure, unsure] = [String.raw`{ "a": "it\'s" }`, String.raw`{ "a": "C:\d" }`];
    assert.equal(fixedAll(sure), `{ "a": "it's" }`);
    assert.equal(fixedAll(unsure), unsure);
    assert.equal(fixedAll('{ "a": [1 }'), '{ "a": [1] }');
    assert.equal(fixedAll('{ "a": [1'), '{ "a": [1');
  });

  for (const section of documented) {
    describe(section.code, () => {
      const { code, blocks } = section;

      it('says in one sentence what it is', () => {
        assert.match(section.title, /^[A-Z][^.]*\.$/);
      });

      it('has its message and severity', () => {
        const problem = problemOf(section);
        assert.equal(section.message, message(problem));
        assert.match(section.severity, new RegExp(`^${severityOf(problem)}(?:, or (?:warning|hint) where .*[^.])?$`));
        assert.equal(severityOf(problem), defaultSeverities[problem.code]);
      });

      it('has its fixes, and the text after the first', () => {
        const text = exampleOf(section);
        const document = open(section);
        const [problem] = document.problems(catalog).filter((one) => one.code === code);
        const fixes = problem ? document.fixes(problem, catalog) : [];
        assert.deepEqual(
          section.fixes,
          fixes.map(({ title }) => title),
        );
        assert.equal(section.byFixAll, fixedByFixAll(section));
        const [first] = fixes;
        const printed = code in unprintable ? [] : [text, ...(first ? [applyEdits(text, first.edits)] : [])];
        assert.deepEqual(
          blocks.map((block) => block.text.trimEnd()),
          printed.map((one) => one.trimEnd()),
        );
      });

      it('calls JSON what is JSON', () => {
        for (const { language, text } of blocks) {
          const other = code.startsWith('curl-') ? 'sh' : 'text';
          assert.equal(language, isJson(text) ? 'json' : other, text);
        }
      });
    });
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openExample, unprintableExamples, withProblemEntries } from '../../scripts/problemPage';
import { readProblemSections, type ProblemSection } from '../../scripts/problemSections';
import type { Problem, ProblemCode } from '../../server/src/problems/problems';
import { defaultSeverities, severityOf } from '../../server/src/problems/severities';
import { diagnose } from '../../server/src/features/diagnostics';
import { openDocument } from '../../server/src/documents/instanceDocument';
import { catalog } from '../kit/catalog';
import { isJson } from '../kit/json';
import { fixedAll } from '../kit/problems';

const read = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');

const page = read('docs/problems.md');
const sections = readProblemSections(page);
/** The section that has no code: it isn't about a problem, but about many. */
const note = 'more-problems';
const documented = sections.filter(({ code }) => code !== note);

/** The problems of an example. Every complete request contains secrets in plain text: that counts only where it is meant. */
const problemsOf = ({ code, blocks }: ProblemSection): readonly Problem[] =>
  openExample(code, blocks[0]?.language ?? '', unprintableExamples[code] ?? (blocks[0]?.text ?? '').trimEnd())
    .problems(catalog)
    .filter((problem) => problem.code === code || problem.code !== 'written-secret');

/** The section of a code, as the page has it. */
const sectionOf = (markdown: string, code: string): string =>
  new RegExp(`^## ${code}\\n[^]*?(?=^##? )`, 'm').exec(markdown)?.[0] ?? '';

describe('docs/problems.md', () => {
  it('has one section for every code, and a note at the end', () => {
    assert.deepEqual(documented.map(({ code }) => code).sort(), Object.keys(defaultSeverities).sort());
    assert.equal(sections.at(-1)?.code, note);
  });

  it('is where every problem links to', () => {
    const [problem] = diagnose(openDocument('file:///instance.json', '', 0, '[]'), catalog, { explained: true });
    const { repository } = JSON.parse(read('package.json')) as { repository: { url: string } };
    const address = repository.url.replace(/\.git$/, '/blob/main/docs/problems.md');
    assert.equal(problem?.codeDescription?.href, `${address}#not-an-object`);
  });

  it('is right about what fix-all fixes in part', () => {
    const [sure, unsure] = [String.raw`{ "a": "it\'s" }`, String.raw`{ "a": "C:\d" }`];
    assert.equal(fixedAll(sure), `{ "a": "it's" }`);
    assert.equal(fixedAll(unsure), unsure);
    assert.equal(fixedAll('{ "a": [1 }'), '{ "a": [1] }');
    assert.equal(fixedAll('{ "a": [1'), '{ "a": [1');
  });

  for (const section of documented) {
    describe(section.code, () => {
      it('says in one sentence what it is', () => {
        assert.match(section.title, /^[A-Z][^.]*\.$/);
      });

      it('has an example with this problem alone, and of the default severity', () => {
        assert.deepEqual(
          problemsOf(section).map((problem) => [problem.code, severityOf(problem)]),
          [[section.code, defaultSeverities[section.code as ProblemCode]]],
        );
      });

      it('calls JSON what is JSON', () => {
        for (const { language, text } of section.blocks) {
          const other = section.code.startsWith('curl-') ? 'sh' : 'text';
          assert.equal(language, isJson(text) ? 'json' : other, text);
        }
      });
    });
  }
});

describe('the generator of docs/problems.md', () => {
  it('completes a section that has only a reason and an example', () => {
    const complete = sectionOf(page, 'trailing-comma');
    const [, reason = ''] = /^> .*\n\n([^]*?)\n\n- Severity/m.exec(complete) ?? [];
    const [example = ''] = /^```text\n[^]*?^```$/m.exec(complete) ?? [];
    assert.ok(reason !== '' && example !== '');
    const bare = page.replace(complete, `## trailing-comma\n\n${reason}\n\n${example}\n\n`);
    assert.notEqual(bare, page);
    assert.equal(withProblemEntries(bare, catalog), page);
  });

  const changes: readonly (readonly [what: string, from: RegExp, to: string])[] = [
    ['a title', /(?<=^## comment\n\n).*/m, 'The file contains a remark.'],
    ['a message', /^> .*/m, '> This is wrong.'],
    ['a severity', /^- Severity: error$/m, '- Severity: hint'],
    ['the condition of another severity', / if the entry is optional$/m, ''],
    ['a fix', /^- Fix: .*/m, '- Fix: none'],
    ['the fixed example', /(?<=^```json\n)\{\n/m, '{ \n'],
    ['the contents', /^- \[Values\].*\n/m, ''],
    ['the list for fix-all', /^It fixes /m, 'It repairs '],
  ];
  for (const [what, from, to] of changes) {
    it(`restores ${what}`, () => {
      const changed = page.replace(from, () => to);
      assert.notEqual(changed, page);
      assert.equal(withProblemEntries(changed, catalog), page);
    });
  }

  it('asks for a section that is missing', () => {
    assert.throws(
      () => withProblemEntries(page.replace(sectionOf(page, 'comment'), ''), catalog),
      /no section for comment/,
    );
  });

  it('refuses an example without its problem', () => {
    const fixed = page.replace(' // shown in the list', '');
    assert.throws(() => withProblemEntries(fixed, catalog), /the example of comment doesn't have this problem/);
  });
});

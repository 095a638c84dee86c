import { applyEdits } from '../common/src/json/edits';
import type { Catalog } from '../server/src/catalog/catalog';
import { openDocument } from '../server/src/documents/instanceDocument';
import { openScript } from '../server/src/documents/scriptDocument';
import type { ServedDocument } from '../server/src/documents/servedDocument';
import type { Fix } from '../server/src/problems/fixEdits';
import type { ProblemEntry } from '../server/src/problems/problemEntry';
import { problemEntries, type Problem, type ProblemCode, type ProblemDetail } from '../server/src/problems/problems';
import { message } from '../server/src/problems/problemText';
import type { Block } from './problemSections';

// docs/problems.md: people write the reason and the example of each problem. Everything else in its section follows from the
// problem's entry and from the example.

const entries = problemEntries as Readonly<Record<string, ProblemEntry<ProblemDetail>>>;

/** The first lines of a section, its code, and the rest. */
const sectionPattern = /^## ([a-z-]+)\n([^]*?)(?=^##? |(?![^]))/gm;

/** Examples that can't be printed: an empty file, and files that are too large. */
export const unprintableExamples: Readonly<Partial<Record<string, string>>> = {
  'empty-document': '',
  'too-long': ' '.repeat(9 * 1024 * 1024),
  'too-deep': '['.repeat(300),
};

/**
 * The page with everything in it that is generated: the title, message, severity, fixes and fixed example of each section, and
 * the lists between markers.
 * @throws {Error} where a section is missing, or where its example doesn't have its problem.
 */
export function withProblemEntries(markdown: string, catalog: Catalog): string {
  const sections = new Map([...markdown.matchAll(sectionPattern)].map(([, code = '', body = '']) => [code, body]));
  const codes = [...sections.keys()].filter((code) => code in entries);
  const absent = Object.keys(entries).filter((code) => !sections.has(code));
  if (absent.length > 0) throw new Error(`docs/problems.md has no section for ${absent.join(', ')}. Add it.`);
  const examples = new Map(codes.map((code) => [code, readExample(code, sections.get(code) ?? '', catalog)]));
  const written = markdown.replaceAll(sectionPattern, (section, code: string, body: string) => {
    const example = examples.get(code);
    return example ? `## ${code}\n\n${writeSection(code, body, example)}\n\n` : section;
  });
  const fixed = codes.filter((code) => examples.get(code)?.byFixAll);
  return `${withList(withList(written.trimEnd(), 'contents', contents(written)), 'fix-all', wrap(`It fixes ${links(fixed)}.`))}\n`;
}

interface Example {
  /** The block with the example as it is on the page; empty where it can't be printed. */
  readonly printed: string;
  readonly problem: Problem;
  readonly fixes: readonly Fix[];
  /** The block with the example after the first fix. */
  readonly fixed: Block | undefined;
  readonly byFixAll: boolean;
}

function readExample(code: string, body: string, catalog: Catalog): Example {
  const [printed = '', language = '', text = ''] =
    /^(?:<!-- prettier-ignore -->\n)?```(\w+)\n([^]*?)^```$/m.exec(body) ?? [];
  const open = (content: string): ServedDocument => openExample(code, language, content);
  const example = unprintableExamples[code] ?? text.trimEnd();
  const document = open(example);
  const problem = document.problems(catalog).find((found) => found.code === code);
  if (!problem) throw new Error(`docs/problems.md: the example of ${code} doesn't have this problem.`);
  const fixes = document.fixes(problem, catalog);
  const [first] = fixes;
  const afterFixAll = open(applyEdits(example, document.fixAll(catalog)));
  return {
    printed,
    problem,
    fixes,
    fixed: first && fixedBlock(language, code, applyEdits(example, first.edits)),
    byFixAll: !afterFixAll.problems(catalog).some((found) => found.code === code),
  };
}

/** The example as an editor opens it: a cURL command in a script, everything else in an instance file. */
export const openExample = (code: string, language: string, text: string): ServedDocument =>
  language === 'sh' && code !== 'curl-command'
    ? openScript('file:///example', 'shellscript', 0, text)
    : openDocument('file:///example', '', 0, text);

const fixedBlock = (language: string, code: string, text: string): Block => ({
  language: language === 'sh' && code !== 'curl-command' ? language : isJson(text) ? 'json' : 'text',
  text: text.trimEnd(),
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function writeSection(code: string, body: string, { printed, problem, fixes, fixed, byFixAll }: Example): string {
  const { title, severity, exception } = entries[code as ProblemCode] as ProblemEntry<ProblemDetail>;
  const otherwise = exception ? `, or ${exception.severity} if ${exception.condition}` : '';
  const titles = fixes.map((fix) => `\`${fix.title}\``).join(' or ');
  const fixList = titles === '' ? 'none' : titles + (byFixAll ? ', also by fix-all' : '');
  return [
    wrap(title),
    wrap(message(problem).replaceAll('\\', '\\\\'), '> '),
    reasonOf(body),
    `- Severity: ${severity}${otherwise}\n- Fix: ${fixList}`,
    printed,
    fixed ? `\`\`\`${fixed.language}\n${fixed.text}\n\`\`\`` : '',
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The paragraphs that people write: after the message, if that was generated already, and before the lists and blocks. */
function reasonOf(body: string): string {
  const [prose = ''] = body.split(/^(?:- Severity: |<!-- prettier-ignore -->\n```|```)/m);
  const paragraphs = prose.trim().split(/\n\n+/);
  const quote = paragraphs.findIndex((paragraph) => paragraph.startsWith('> '));
  return paragraphs.slice(quote + 1).join('\n\n');
}

/** Each subject with its problems. */
function contents(markdown: string): string {
  const subjects = markdown.split(/^# /m).flatMap((part) => {
    const [heading = ''] = part.split('\n');
    const codes = [...part.matchAll(/^## ([a-z-]+)$/gm)].map(([, code = '']) => code);
    return codes.length > 0 ? [{ heading, codes }] : [];
  });
  return subjects
    .map(({ heading, codes }) => wrap(`- [${heading}](#${anchor(heading)}): ${links(codes)}`, '', '  '))
    .join('\n');
}

const anchor = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');

const links = (codes: readonly string[]): string => codes.map((code) => `[${code}](#${code})`).join(', ');

function withList(markdown: string, name: string, list: string): string {
  const pattern = new RegExp(`<!-- generated: ${name} -->\n[^]*?<!-- end -->`);
  if (!pattern.test(markdown)) throw new Error(`docs/problems.md lacks the markers of the list "${name}".`);
  return markdown.replace(pattern, () => `<!-- generated: ${name} -->\n\n${list}\n\n<!-- end -->`);
}

/** Lines of at most 120 characters, each with a prefix. Anything longer without a space stays on one line. */
function wrap(text: string, prefix = '', nextPrefix = prefix): string {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(' ')) {
    const longer = line === '' ? (lines.length === 0 ? prefix : nextPrefix) + part : `${line} ${part}`;
    if (longer.length > 120 && line !== '') {
      lines.push(line);
      line = nextPrefix + part;
    } else line = longer;
  }
  return [...lines, line].join('\n');
}

/** What docs/problems.md says of each problem: the settings are described by it, and the tests hold it to its word. */
export interface ProblemSection {
  readonly code: string;
  /** What the problem is, in one sentence. */
  readonly title: string;
  /** What is said of the example. */
  readonly message: string;
  /** `error`, or `error, or warning where …`. */
  readonly severity: string;
  /** The titles of the fixes. */
  readonly fixes: readonly string[];
  readonly byFixAll: boolean;
  /** The example and, where there is a fix, the text after it. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** Reads the sections that have a code for a heading, in their order. What a section lacks is empty. */
export function readProblemSections(markdown: string): ProblemSection[] {
  return markdown.split(/^(?=##? )/m).flatMap((section) => {
    const [, code, body] = /^## ([a-z-]+)\n([^]*)/.exec(section) ?? [];
    return code === undefined || body === undefined ? [] : [readSection(code, body)];
  });
}

function readSection(code: string, body: string): ProblemSection {
  const paragraphs = body.trim().split('\n\n');
  const fix = /^- Fix: (.*)$/m.exec(body)?.[1] ?? '';
  return {
    code,
    title: joined(paragraphs[0] ?? ''),
    message: readQuote(paragraphs.find((paragraph) => paragraph.startsWith('> ')) ?? ''),
    severity: /^- Severity: (.*)$/m.exec(body)?.[1] ?? '',
    fixes: [...fix.matchAll(/`([^`]*)`/g)].map(([, title]) => title ?? ''),
    byFixAll: fix.endsWith(', also by fix-all'),
    blocks: [...body.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
      language: language ?? '',
      text: text ?? '',
    })),
  };
}

/** A backslash is written twice in Markdown. */
const readQuote = (quote: string): string => joined(quote.replaceAll(/^> /gm, '')).replaceAll('\\\\', '\\');

const joined = (paragraph: string): string => paragraph.replaceAll('\n', ' ');

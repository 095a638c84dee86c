/** A section of docs/problems.md. The settings are described with it, and tests check its example. */
export interface ProblemSection {
  readonly code: string;
  /** What the problem is, in one sentence. */
  readonly title: string;
  /** `error`, or `error, or warning if …`. */
  readonly severity: string;
  /** The example and, where there is a fix, the text after it. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** Reads the sections whose heading is a code, in their order. What is missing in a section is empty. */
export function readProblemSections(markdown: string): ProblemSection[] {
  return markdown.split(/^(?=##? )/m).flatMap((section) => {
    const [, code, body] = /^## ([a-z-]+)\n([^]*)/.exec(section) ?? [];
    return code === undefined || body === undefined ? [] : [readSection(code, body)];
  });
}

function readSection(code: string, body: string): ProblemSection {
  const paragraphs = body.trim().split('\n\n');
  return {
    code,
    title: joined(paragraphs[0] ?? ''),
    severity: /^- Severity: (.*)$/m.exec(body)?.[1] ?? '',
    blocks: [...body.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
      language: language ?? '',
      text: text ?? '',
    })),
  };
}

const joined = (paragraph: string): string => paragraph.replaceAll('\n', ' ');

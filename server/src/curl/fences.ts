import type { OffsetRange } from '../../../common/src/json/tree';
import type { Shell } from './shellRules';

/** A code block of a Markdown text that may contain commands (CommonMark 0.31, 4.5), and the shell it is for. */
export interface CodeBlock extends OffsetRange {
  readonly shell: Shell;
}

const byInfo: Readonly<Record<string, Shell>> = {
  '': 'posix',
  sh: 'posix',
  bash: 'posix',
  zsh: 'posix',
  shell: 'posix',
  shellscript: 'posix',
  'shell-session': 'posix',
  console: 'posix',
  terminal: 'posix',
  curl: 'posix',
  http: 'posix',
  text: 'posix',
  txt: 'posix',
  plaintext: 'posix',
  powershell: 'powershell',
  pwsh: 'powershell',
  ps1: 'powershell',
  bat: 'cmd',
  batch: 'cmd',
  cmd: 'cmd',
  dos: 'cmd',
};

const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*(\{?\.?[\w-]*)[^\r\n]*/gm;

/** The code blocks of a Markdown text. A block that is not closed ends with the text. */
export function codeBlocks(text: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { marks: string; start: number; shell: Shell | undefined } | undefined;
  fence.lastIndex = 0;
  for (let match = fence.exec(text); match; match = fence.exec(text)) {
    const [line, marks = '', info = ''] = match;
    if (!open) {
      open = { marks, start: match.index + line.length, shell: byInfo[info.replace(/^\{?\.?/, '').toLowerCase()] };
    } else if (marks.startsWith(open.marks) && line.trim() === marks) {
      if (open.shell) blocks.push({ shell: open.shell, start: open.start, end: match.index });
      open = undefined;
    }
  }
  if (open?.shell) blocks.push({ shell: open.shell, start: open.start, end: text.length });
  return blocks;
}

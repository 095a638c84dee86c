/** What the program says instead of serving: a text, where it goes, and how the process ends. */
export interface Answer {
  readonly text: string;
  readonly to: 'stdout' | 'stderr';
  readonly code: 0 | 1;
}

const program = 'cloud-elements-instance-language-server';

const usage = `Usage: ${program} --stdio

The language server for instance.json files of Cloud Elements. An editor starts it and speaks to it.

  --stdio                  Speak over standard input and output
  --socket=PORT            Connect to this port of this machine
  --pipe=NAME              Connect to this pipe or socket file
  --node-ipc               Speak over the channel of a Node.js parent process
  --clientProcessId=ID     End when this process has ended
  --version                Print the version
  --help                   Print this
`;

/** The answer to command-line arguments that no editor gives; undefined where they say how to speak to the server. */
export function answerCommandLine(args: readonly string[], version: string): Answer | undefined {
  if (args.includes('--help') || args.includes('-h')) return { text: usage, to: 'stdout', code: 0 };
  if (args.includes('--version')) return { text: `${version}\n`, to: 'stdout', code: 0 };
  if (args.some((arg, index) => isTransport(arg, args[index + 1]))) return undefined;
  const text = `An editor starts this as "${program} --stdio"; "${program} --help" says more.\n`;
  return { text, to: 'stderr', code: 1 };
}

/** Whether the language server library finds a way to speak in an argument. It throws where it finds none. */
function isTransport(arg: string, next: string | undefined): boolean {
  if (arg === '--stdio' || arg === '--node-ipc') return true;
  const [, name, given] = /^--(socket|pipe)(?:=(.*))?$/.exec(arg) ?? [];
  const value = given ?? next ?? '';
  return name === 'socket' ? Number.parseInt(value) > 0 : name === 'pipe' && value !== '';
}

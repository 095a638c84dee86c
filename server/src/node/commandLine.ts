/** What the program prints instead of serving: the text, the stream, and the exit code. */
export interface Answer {
  readonly text: string;
  readonly to: 'stdout' | 'stderr';
  readonly code: 0 | 1;
}

const program = 'cloud-elements-instance-language-server';

const usage = `Usage: ${program} --stdio

Language server for instance.json files of Cloud Elements. Editors start it and communicate with it.

Options:
  --stdio                  Use standard input and output
  --socket=PORT            Connect to this port on localhost
  --pipe=NAME              Connect to this named pipe or socket file
  --node-ipc               Use the IPC channel of the parent Node.js process
  --clientProcessId=ID     Exit when this process exits
  --version                Print the version and exit
  --help                   Print this help and exit
`;

/** The answer to the arguments of a person; undefined where they select a transport, as those of an editor do. */
export function answerCommandLine(args: readonly string[], version: string): Answer | undefined {
  if (args.includes('--help') || args.includes('-h')) return { text: usage, to: 'stdout', code: 0 };
  if (args.includes('--version')) return { text: `${version}\n`, to: 'stdout', code: 0 };
  if (args.some((arg, index) => isTransport(arg, args[index + 1]))) return undefined;
  const text = `No transport selected. Editors run "${program} --stdio". See "${program} --help".\n`;
  return { text, to: 'stderr', code: 1 };
}

/** True where the language server library accepts an argument as a transport. Without one, it throws. */
function isTransport(arg: string, next: string | undefined): boolean {
  if (arg === '--stdio' || arg === '--node-ipc') return true;
  const [, name, given] = /^--(socket|pipe)(?:=(.*))?$/.exec(arg) ?? [];
  const value = given ?? next ?? '';
  return name === 'socket' ? Number.parseInt(value) > 0 : name === 'pipe' && value !== '';
}

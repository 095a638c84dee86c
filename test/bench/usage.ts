import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a process has taken so far; NaN where the system does not tell. */
export interface Usage {
  /** Memory now and at most, in megabytes. */
  readonly memory: number;
  readonly peak: number;
  /** Time of all its threads in user and system mode, in milliseconds. */
  readonly cpu: number;
}

let ticks: number | undefined;

/** Clock ticks per second, the unit of /proc. */
function ticksPerSecond(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ticks;
}

/** Reads what a process has taken, where there is a /proc. */
export function readUsage(pid: number | undefined): Usage {
  const folder = `/proc/${pid ?? 'self'}`;
  if (!existsSync(folder)) return { memory: NaN, peak: NaN, cpu: NaN };
  const status = readFileSync(`${folder}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  // The second field is a name in brackets that may hold anything; user and system time are the 14th and the 15th.
  const fields = readFileSync(`${folder}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ') ?? [];
  const cpu = ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond()) * 1000;
  return { memory: megabytes('VmRSS'), peak: megabytes('VmHWM'), cpu };
}

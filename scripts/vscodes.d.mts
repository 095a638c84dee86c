export interface VSCodeRelease {
  /** The package that carries it. npm's integrity of exactly this version. */
  readonly codeServer: { readonly version: string; readonly integrity: string };
  /**
   * The Node.js that it needs, where that is newer than the project's own: version of the package `node-<platform>`, and npm's
   * integrity of it by platform. Absent where it runs on the Node.js that runs the tests.
   */
  readonly node?: { readonly version: string; readonly integrity: Readonly<Record<string, string>> };
  /** Packages whose native code has to be compiled: the writer of log files, and what ends a forgotten extension host. */
  readonly compiled: readonly string[];
  /** Version of the package that carries ripgrep, where the server doesn't. */
  readonly ripgrep?: string;
  /** What its server has to be told when it is to run a test suite. */
  readonly suiteArguments: readonly string[];
}

export type VSCodeName = '1.100' | 'newest';

export declare const vscodes: Readonly<Record<VSCodeName, VSCodeRelease>>;

export declare function vscodeName(name: string | undefined): VSCodeName;

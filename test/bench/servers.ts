import { serverFlags } from '../../client/src/vscode/serverFlags';

/** A language server to measure: a program for Node.js that speaks over stdio, and what a user sets up for it. */
export interface Server {
  readonly name: string;
  readonly version: string;
  readonly program: string;
  /** Options of Node.js that its user starts it with. */
  readonly flags?: readonly string[];
  readonly languageId: string;
  /** It cannot be asked for diagnostics: they come by themselves. */
  readonly pushes?: boolean;
  readonly initializationOptions?: unknown;
  /** Its user's settings by section, for a server that asks. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** It does not ask for settings: they are sent. */
  readonly isTold?: boolean;
}

/** Our server, as the package has it and as the extension starts it. */
export const ownServer = (program: string, version: string, name = 'ours'): Server => ({
  name,
  version,
  program,
  flags: serverFlags,
  languageId: 'cloud-elements-instance',
});

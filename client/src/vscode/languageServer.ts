import type * as vscode from 'vscode';
import type { CheckResult } from '../../../common/src/protocol/checking';
import type { CurlFile, ReadCurl } from '../../../common/src/protocol/curl';

/** Asks the language server about a text of the document `uri`. Rejects where it is down or does not answer in time. */
export type CheckText = (text: string, uri: string) => Promise<CheckResult>;

/** The text to paste, and the text it replaces. */
export interface Paste {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly text: string;
}

/** The language server, which the first request starts. */
export interface LanguageServer {
  start(): Promise<void>;
  /** Such as `running`, in a word of its library. */
  state(): string;
  onDidChangeState(listener: () => void): { dispose(): void };
  readonly check: CheckText;
  /** Reads a cURL command; null if there is none. Rejects if the server is down or does not answer in time. */
  readonly readCurl: (text: string) => Promise<ReadCurl | null>;
  /** The files that the cURL commands of an open script send. Rejects where it is down. */
  curlFiles(document: vscode.TextDocument): Promise<CurlFile[]>;
  /**
   * What a text becomes that is pasted into a document; null where it stays as it is. Rejects where the server is down or
   * does not answer in time. What was typed before is sent before.
   */
  repairPaste(paste: Paste, token: vscode.CancellationToken): Promise<string | null>;
  dispose(): Promise<void>;
}

import type * as vscode from 'vscode';
import type { CheckResult } from '../../../common/src/protocol/checking';
import type { CurlFile, ReadCurl } from '../../../common/src/protocol/curl';

/** Has the language server check a text of the document `uri`. Rejects where it is down or does not answer in time. */
export type CheckText = (text: string, uri: string) => Promise<CheckResult>;

/** The text to paste, and the text it replaces. */
export interface Paste {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly text: string;
}

/** The language server. The first request starts it. */
export interface LanguageServer {
  start(): Promise<void>;
  /** The state in the terms of the library, such as `running`. */
  state(): string;
  onDidChangeState(listener: () => void): { dispose(): void };
  readonly check: CheckText;
  /** Reads a cURL command; null where the text contains none. Rejects where the server is down or does not answer in time. */
  readonly readCurl: (text: string) => Promise<ReadCurl | null>;
  /** The files that the cURL commands of an open script send. Rejects where the server is down or does not answer in time. */
  curlFiles(document: vscode.TextDocument): Promise<CurlFile[]>;
  /**
   * Repairs a text that is pasted into a document; null where it needs no repair. Rejects where the server is down or does not
   * answer in time. Earlier edits of the document are sent to the server first.
   */
  repairPaste(paste: Paste, token: vscode.CancellationToken): Promise<string | null>;
  dispose(): Promise<void>;
}

/** What the commands on cURL use of a window, so that they can be tested without one. */
export interface CurlWindow {
  /** As in `process.platform`, where the terminals of this window run. */
  readonly platform: string;
  /** What is saved of a document; undefined where it never was, or cannot be read. */
  savedFile(uri: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>;
  /** What is selected in front. */
  selection(): string;
  clipboard(): Promise<string>;
  /** Opens an unsaved instance file with this text, laid out. */
  openInstance(text: string): Promise<void>;
  /**
   * Opens a file by the name that a command gives it: next to the document in front, else in the folders of the workspace,
   * and nowhere else. Says why not, if it does not.
   */
  openFile(name: string): Promise<NotOpened | undefined>;
}

/** Where it looked, or why it did not: the name leads to another computer, or out of the folders. */
export type NotOpened = { readonly notAt: readonly string[] } | { readonly refused: 'host' | 'outside' };

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
   * Opens a file by the name that a command gives it: next to the document in front, else in the folders of the
   * workspace. Gives where it looked, if it is not there.
   */
  openFile(name: string): Promise<{ readonly notAt: readonly string[] } | undefined>;
}

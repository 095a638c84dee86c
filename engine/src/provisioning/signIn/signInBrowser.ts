import type { Parameters } from './redirect';

/** The person's browser, and the ways back from it. What of VS Code a sign-in needs. */
export interface Browser {
  /** Address that leads to this extension, such as `vscode://publisher.name`. */
  readonly editorAddress: string;
  /** Opens an address as it is. False where the person, or the system, did not. */
  open(url: string): Promise<boolean>;
  /** Whether the browser gets to this window under an address of this computer, or of the editor, as it is. */
  reaches(address: string): Promise<boolean>;
  /**
   * Hears of redirects to the editor until the function it gives is called. `take` says whether a redirect was the one
   * waited for.
   */
  onRedirect(take: (parameters: Parameters) => boolean): () => void;
}

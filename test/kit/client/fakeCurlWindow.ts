import type { CurlWindow, NotOpened } from '../../../client/src/vscode/curlWindow';

/** What a test sets of a window. The rest is an empty window. */
export interface OwnWindow {
  readonly platform?: string;
  /** The saved content of the document. */
  readonly saved?: { readonly name: string; readonly bytes: Uint8Array };
  readonly selection?: string;
  readonly clipboard?: string;
  /** Why a file that a command sends is not opened; undefined where it is. */
  readonly notOpened?: NotOpened;
}

/** A window that records what was opened in it. */
export function fakeCurlWindow(own: OwnWindow = {}): CurlWindow & { readonly opened: string[] } {
  const opened: string[] = [];
  return {
    opened,
    platform: own.platform ?? 'linux',
    savedFile: () => Promise.resolve(own.saved),
    selection: () => own.selection ?? '',
    clipboard: () => Promise.resolve(own.clipboard ?? ''),
    openInstance: (text) => {
      opened.push(text);
      return Promise.resolve();
    },
    openFile: (name) => {
      if (own.notOpened !== undefined) return Promise.resolve(own.notOpened);
      opened.push(`@${name}`);
      return Promise.resolve(undefined);
    },
  };
}

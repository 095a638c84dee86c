import { languageId } from '../../server/src/protocol';

// Where people write: on disk, unsaved, and in repositories that are open without a checkout.
const writable = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-userdata', 'memfs', 'vscode-test-web'];

/**
 * The documents the extension is for: those of its language, wherever a person can write them. The other side of a
 * diff (`git` and its like) is left out by naming the schemes; those of the open folders cover other virtual file systems.
 */
export function documentSelector(folderSchemes: readonly string[]): { language: string; scheme: string }[] {
  return [...new Set([...writable, ...folderSchemes])].map((scheme) => ({ language: languageId, scheme }));
}

import { posix } from 'node:path';

/** The location of a file or a folder, in the parts of a `Uri` of VS Code. */
export interface FileLocation {
  readonly scheme: string;
  readonly authority: string;
  /** Absolute, with slashes. On Windows, it starts with the drive: `/c:/…`. */
  readonly path: string;
}

/**
 * Where the file may be that a command sends, in the order to look it up: a relative name in each of `folders`. A command may be
 * a stranger's text, so only files in these folders are looked up.
 *
 * Gives `host` for a name that leads to another computer: looking it up would connect to that computer, and on Windows
 * authenticate to it. Gives `outside` for a name outside the folders.
 */
export function commandFiles(
  name: string,
  folders: readonly FileLocation[],
  isWindows: boolean,
): readonly FileLocation[] | 'host' | 'outside' {
  // Windows accepts every mixture of slashes, and VS Code reads a host after two slashes on every system.
  if (/^[\\/]{2}/.test(name)) return 'host';
  const plain = isWindows ? name.replaceAll('\\', '/') : name;
  const candidates = isAbsolute(plain, isWindows)
    ? [{ scheme: 'file', authority: '', path: posix.normalize(plain.startsWith('/') ? plain : `/${plain}`) }]
    : folders.map((folder) => ({ ...folder, path: posix.join(folder.path, plain) }));
  const inside = candidates.filter((file) => folders.some((folder) => contains(folder, file, isWindows)));
  return inside.length === 0 && candidates.length > 0 ? 'outside' : inside;
}

function isAbsolute(plain: string, isWindows: boolean): boolean {
  return plain.startsWith('/') || (isWindows && /^[a-z]:/i.test(plain));
}

function contains(folder: FileLocation, file: FileLocation, isWindows: boolean): boolean {
  const normalized = (path: string) => (isWindows ? path.toLowerCase() : path);
  const root = normalized(folder.path).replace(/\/*$/, '/');
  const isSameTree = folder.scheme === file.scheme && folder.authority === file.authority;
  return isSameTree && normalized(file.path).startsWith(root);
}

import { posix } from 'node:path';

/** A place as a `Uri` of VS Code has it. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  /** With slashes, from the root; on Windows from the drive: `/c:/…`. */
  readonly path: string;
}

/**
 * Where the file may be that a command names, in the order in which to look: in each of `folders` for a relative name. A
 * command is a stranger's text, so that nothing is looked for but in these folders and below. `host` is for a name that leads
 * to another computer, which looking for it would call (and on Windows sign in to); `outside` for any other place.
 */
export function filePlaces(
  name: string,
  folders: readonly Place[],
  isWindows: boolean,
): readonly Place[] | 'host' | 'outside' {
  // Windows takes every mixture, and VS Code reads a host in two slashes everywhere.
  if (/^[\\/]{2}/.test(name)) return 'host';
  const plain = isWindows ? name.replaceAll('\\', '/') : name;
  const places = isAbsolute(plain, isWindows)
    ? [{ scheme: 'file', authority: '', path: posix.normalize(plain.startsWith('/') ? plain : `/${plain}`) }]
    : folders.map((folder) => ({ ...folder, path: posix.join(folder.path, plain) }));
  const inside = places.filter((place) => folders.some((folder) => holds(folder, place, isWindows)));
  return inside.length === 0 && places.length > 0 ? 'outside' : inside;
}

function isAbsolute(plain: string, isWindows: boolean): boolean {
  return plain.startsWith('/') || (isWindows && /^[a-z]:/i.test(plain));
}

function holds(folder: Place, place: Place, isWindows: boolean): boolean {
  const spelled = (path: string) => (isWindows ? path.toLowerCase() : path);
  const root = spelled(folder.path).replace(/\/*$/, '/');
  const isSameTree = folder.scheme === place.scheme && folder.authority === place.authority;
  return isSameTree && spelled(place.path).startsWith(root);
}

/** What a room may import beside its own files. */
export interface Room {
  /** Rooms, or single files of rooms, by their paths. */
  readonly uses: readonly string[];
  /** Of npm and Node.js; `node:*` for all of Node.js. */
  readonly packages?: readonly string[];
  /** Further packages of single files. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

/** The rooms of the house by their paths, from the bottom up. */
export declare const rooms: Readonly<Record<string, Room>>;

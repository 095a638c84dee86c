// Makes a package depend on the contents of its files only, so that two builds of a commit have the same hash.
import fs from 'node:fs';

/**
 * Environment for vsce, which orders files and writes times by it. The time is the one that npm writes into its packages: a
 * constant needs no git, and a zip stores it in local time.
 */
export const packageEnvironment = {
  ...process.env,
  SOURCE_DATE_EPOCH: String(Date.UTC(1985, 9, 26, 8, 15) / 1000),
  TZ: 'UTC',
  LC_ALL: 'C',
};

/** Gives files the same permissions in the package whatever the umask was at checkout. Call it before packaging. */
export function normalizeModes(files) {
  // For the files that packaging itself builds.
  process.umask(0o022);
  for (const file of files) fs.chmodSync(file, 0o644);
}

// Which parts of `npm test` run, and in which VS Code.
import { vscodeName } from './vscodes.mjs';

/**
 * Names of the parts to run, in the order of the table: those given with everything they need, or all. With `vscode`, the name of a
 * VS Code, only parts that are marked `choosesVSCode` can be given, and no name means all of these.
 * Throws an Error with the choices if a name is unknown.
 */
export function chooseParts(parts, given, vscode) {
  const all = Object.keys(parts);
  const unknown = given.find((name) => !all.includes(name));
  if (unknown) throw new Error(`There is no part "${unknown}". The parts are: ${all.join(', ')}.`);
  vscodeName(vscode);
  const possible = vscode === undefined ? all : all.filter((name) => parts[name].choosesVSCode);
  const fixed = given.find((name) => !possible.includes(name));
  if (fixed) throw new Error(`The part "${fixed}" takes no --vscode. These do: ${possible.join(', ')}.`);
  const wanted = given.length > 0 ? given : possible;
  const withNeeds = new Set(wanted.flatMap((name) => [...(parts[name].needs ?? []), name]));
  return all.filter((name) => withNeeds.has(name));
}

/** One line for each part that is chosen: its name and its title, in columns. */
export function listParts(parts, chosen) {
  const width = Math.max(...Object.keys(parts).map((name) => name.length)) + 2;
  return chosen.map((name) => `${name.padEnd(width)}${parts[name].title}`);
}

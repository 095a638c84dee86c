import { secretVariables } from '../../../common/src/platform/apiCall';
import { referenceTo, type Reference } from '../../../common/src/text/references';
import { referenceRanges } from '../provisioning/request/referringTexts';
import type { RequestDocument } from '../provisioning/request/requestDocument';
import type { Shell } from '../../../common/src/shells/shells';
import type { Word } from '../../../common/src/shells/word';

/** The names of environment variables, by the references that they replace. */
export type VariableNames = ReadonlyMap<string, string>;

/** The variables for the two secrets of an account. */
export const accountVariables: readonly string[] = [secretVariables.user, secretVariables.organization];

/** References to these variables, used instead of the secrets. */
export const secretReferences = {
  userSecret: referenceTo('env', secretVariables.user),
  organizationSecret: referenceTo('env', secretVariables.organization),
} as const;

const secretPattern = new RegExp(String.raw`\$\{env:(${accountVariables.join('|')})\}`);

/**
 * The variables that a command has instead of references, each with a name of its own: NAME for `${env:NAME}`, and also for
 * `${secret:NAME}` if that name is free.
 */
export function nameVariables(shell: Shell, references: readonly Reference[]): VariableNames {
  const keyOf = (name: string) => (shell.ignoresCase ? name.toLowerCase() : name);
  const names = new Map<string, string>();
  const taken = new Set(accountVariables.map(keyOf));
  const isOwn = ({ store, name }: Reference) => store === 'env' && shell.spellName(name) === name;
  for (const { name, text } of references.filter(isOwn)) {
    names.set(text, name);
    taken.add(keyOf(name));
  }
  for (const { name, text } of references.filter((reference) => !isOwn(reference))) {
    const preferred = shell.spellName(name);
    let free = preferred;
    for (let count = 2; taken.has(keyOf(free)); count++) free = `${preferred}_${count}`;
    names.set(text, free);
    taken.add(keyOf(free));
  }
  return names;
}

/** A request as a word, with variables instead of its references. Everything else is unchanged. */
export function jsonWord(request: RequestDocument, names: VariableNames): Word {
  const { text } = request;
  const ranges = referenceRanges(request);
  const pieces = ranges.flatMap(({ reference, start }, index) => [
    text.slice(ranges[index - 1]?.end ?? 0, start),
    { variable: names.get(reference.text) ?? '' },
  ]);
  return [...pieces, text.slice(ranges.at(-1)?.end ?? 0)].filter((piece) => piece !== '');
}

/** A text as a word, with variables instead of {@link secretReferences}. */
export function headerWord(text: string): Word {
  const parts = text.split(secretPattern);
  return parts.map((part, index) => (index % 2 === 1 ? { variable: part } : part)).filter((piece) => piece !== '');
}

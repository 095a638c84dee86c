import { secretVariables } from '../../../common/src/platform/apiCall';
import { referenceTo, type Reference } from '../../../common/src/text/references';
import { referenceRanges } from '../provisioning/request/referringTexts';
import type { RequestDocument } from '../provisioning/request/requestDocument';
import type { Shell } from '../../../common/src/shells/shells';
import type { Word } from '../../../common/src/shells/word';

/** Names of environment variables by the references that they stand for. */
export type VariableNames = ReadonlyMap<string, string>;

/** The variables for the two secrets of an account. */
export const accountVariables: readonly string[] = [secretVariables.user, secretVariables.organization];

/** References to them, to be put where the secrets would be. */
export const secretReferences = {
  userSecret: referenceTo('env', secretVariables.user),
  organizationSecret: referenceTo('env', secretVariables.organization),
} as const;

const secretPattern = new RegExp(String.raw`\$\{env:(${accountVariables.join('|')})\}`);

/**
 * The variables that a command has in place of references, each with a name of its own: NAME for `${env:NAME}`, and for
 * `${secret:NAME}` where it is free.
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

/** A request as a word, with variables in place of its references. All else is as it is. */
export function jsonWord(request: RequestDocument, names: VariableNames): Word {
  const { text } = request;
  const places = referenceRanges(request);
  const pieces = places.flatMap(({ reference, start }, index) => [
    text.slice(places[index - 1]?.end ?? 0, start),
    { variable: names.get(reference.text) ?? '' },
  ]);
  return [...pieces, text.slice(places.at(-1)?.end ?? 0)].filter((piece) => piece !== '');
}

/** A text as a word, with variables in place of {@link secretReferences}. */
export function headerWord(text: string): Word {
  const parts = text.split(secretPattern);
  return parts.map((part, index) => (index % 2 === 1 ? { variable: part } : part)).filter((piece) => piece !== '');
}

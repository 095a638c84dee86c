import { t } from './translate';

/** Names as a sentence lists them: `a, b and c`. */
export const allOf = (names: readonly string[]): string =>
  enumerated(names, (list, last) => t('{list} and {last}', { list, last }));

/** Names as a sentence gives a choice of them: `a, b or c`. */
export const oneOf = (names: readonly string[]): string =>
  enumerated(names, (list, last) => t('{list} or {last}', { list, last }));

function enumerated(names: readonly string[], join: (list: string, last: string) => string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : join(names.slice(0, -1).join(', '), last);
}

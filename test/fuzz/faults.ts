import fc from 'fast-check';
import { requests } from '../kit/catalog';
import { strings } from '../kit/quotes';

/** Faults of a request: the position, as an expression over its outline, and the replacement there. */
export interface FaultKind {
  readonly name: string;
  /** Matched against the outline of a request, in which strings are masked. */
  readonly where: RegExp;
  readonly broken: (found: string) => string;
}

const quotesAs = (open: string, close: string): FaultKind => ({
  name: `a string in ${open}${close}`,
  where: strings,
  broken: (string) => open + string.slice(1, -1) + close,
});
const replaced = (name: string, where: RegExp, by: string): FaultKind => ({ name, where, broken: () => by });
const put = (name: string, where: RegExp, piece: string): FaultKind => ({
  name,
  where,
  broken: (found) => found + piece,
});

export const faultKinds: readonly FaultKind[] = [
  put('a closing brace too early', /\{(?=[\r\n])/g, '}'),
  ...['“”', '‘’', '«»', '„“', '″″', '”“', '＂＂'].map((pair) => quotesAs(pair.charAt(0), pair.charAt(1))),
  quotesAs('“', '"'),
  quotesAs('"', '”'),
  quotesAs("'", "'"),
  quotesAs('`', '`'),
  replaced('a character of structure is missing', /["{}[\],:]/g, ''),
  put('a comma after the last', /["}\]](?=\s*[}\]])/g, ','),
  put('a second comma', /,/g, ','),
  put('a second colon', /:/g, ':'),
  put('a second opening brace', /\{/g, '{'),
  put('a second closing brace', /\}/g, '}'),
  put('a line comment', /[,{[](?=\s*\n)/g, ' // why'),
  put('a comment', /[,{[:]/g, ' /* why */'),
  put('a hash comment', /[,{[](?=\s*\n)/g, ' # why'),
  replaced('a no-break space', / (?=\s*["{}[\],:])/g, '\u00a0'),
  put('a zero-width space', /[,:{}[\]]/g, '\u200b'),
  put('a soft hyphen', /[,:{}[\]]/g, '\u00ad'),
  { name: 'a byte order mark', where: /^/g, broken: () => '\ufeff' },
  replaced('a full-width comma', /,/g, '，'),
  replaced('a full-width colon', /:/g, '：'),
  replaced('a full-width brace', /\{/g, '｛'),
  replaced('a semicolon for a comma', /,/g, ';'),
  replaced('an equals sign for a colon', /:/g, '='),
  {
    name: 'a name without quotes',
    where: /"[^"\n]*"(?=\s*:)/g,
    broken: (string) => string.slice(1, -1),
  },
  replaced('True for true', /\b(true|false)\b/g, 'True'),
  { name: 'a line end in a string', where: strings, broken: (string) => `${string.slice(0, -1)}\n"` },
  { name: 'a tab in a string', where: strings, broken: (string) => `${string.slice(0, -1)}\t"` },
  { name: 'a wrong escape', where: strings, broken: (string) => `${string.slice(0, -1)}\\q"` },
  put('a word between', /[,{[:]/g, ' oops '),
  replaced('nothing for a value', /(?<=:\s*)"[^"\n]*"/g, ''),
  { name: 'text after the end', where: /$/g, broken: () => ' oops' },
  { name: 'the same twice', where: /$/g, broken: () => '\n{}' },
];

export interface Fault {
  readonly kind: string;
  readonly text: string;
}

const variants = requests.flatMap(({ text }) => [
  text,
  JSON.stringify(JSON.parse(text)),
  text.replaceAll('\n', '\r\n'),
]);

/** A request with one fault; undefined where it has no position for it. */
export function inject(text: string, kind: FaultKind, share: number): Fault | undefined {
  const outline =
    kind.where === strings ? text : text.replaceAll(strings, (string) => `"${'x'.repeat(string.length - 2)}"`);
  const positions = [...outline.matchAll(kind.where)];
  const position = positions[Math.floor(share * positions.length)];
  if (!position) return undefined;
  const [found] = position;
  const end = position.index + found.length;
  return {
    kind: kind.name,
    text: text.slice(0, position.index) + kind.broken(text.slice(position.index, end)) + text.slice(end),
  };
}

export const oneFault: fc.Arbitrary<Fault> = fc
  .record({
    text: fc.constantFrom(...variants),
    kind: fc.constantFrom(...faultKinds),
    share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  .map(({ text, kind, share }) => inject(text, kind, share))
  .filter((fault) => fault !== undefined);

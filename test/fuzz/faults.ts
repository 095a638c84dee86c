import fc from 'fast-check';
import { requests } from '../kit/catalog';
import { strings } from '../kit/quotes';

/** Ways to break a request in one place: where, as an expression over its outline, and what stands there then. */
export interface FaultKind {
  readonly name: string;
  /** Found in the outline of a request: what stands in strings is blanked there. */
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

/** A request that is broken in one place; undefined where it has no such place. */
export function inject(text: string, kind: FaultKind, share: number): Fault | undefined {
  const outline =
    kind.where === strings ? text : text.replaceAll(strings, (string) => `"${'x'.repeat(string.length - 2)}"`);
  const places = [...outline.matchAll(kind.where)];
  const place = places[Math.floor(share * places.length)];
  if (!place) return undefined;
  const [found] = place;
  const end = place.index + found.length;
  return {
    kind: kind.name,
    text: text.slice(0, place.index) + kind.broken(text.slice(place.index, end)) + text.slice(end),
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

import fc from 'fast-check';
import { documented, requests } from '../kit/catalog';
import { insertions } from './insertions';
import { requote } from '../kit/quotes';

/** Where texts come from: requests as documented, on one line, in curly quotes, and with Windows line ends. */
export const texts: readonly string[] = [...requests, ...documented].flatMap(({ text }) => [
  text,
  JSON.stringify(JSON.parse(text)),
  requote(text, '“', '”'),
  text.replaceAll('\n', '\r\n'),
]);

/** A change to a text: a piece put in, taken out, replaced, repeated, or brought from another text. */
const change = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'remove', 'replace', 'repeat', 'bring'),
  /** Where, as a share of the text: it shrinks to the begin. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(200) }),
  piece: fc.constantFrom(...insertions),
  times: fc.integer({ min: 2, max: 4 }),
  other: fc.constantFrom(...texts),
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function applyChange(text: string, { kind, at, length, piece, times, other }: Change): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + length);
  const [before, within, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (kind) {
    case 'insert':
      return before + piece + within + after;
    case 'remove':
      return before + after;
    case 'replace':
      return before + piece + after;
    case 'repeat':
      return before + within.repeat(times) + after;
    case 'bring':
      return before + other.slice(Math.floor(at * other.length)).slice(0, length * times) + within + after;
  }
  return text;
}

/** A request with one to six changes. */
const changed = fc
  .record({ text: fc.constantFrom(...texts), changes: fc.array(change, { minLength: 1, maxLength: 6 }) })
  .map(({ text, changes }) => changes.reduce(applyChange, text));

/** Pieces in any order, begun as a request or not. */
const pieces = fc
  .record({
    begin: fc.constantFrom('', '{', '{ "element": { "key": "helpscout" }, '),
    rest: fc.array(fc.constantFrom(...insertions), { maxLength: 30 }),
  })
  .map(({ begin, rest }) => begin + rest.join(''));

/** Any text: mostly what becomes of requests, seldom what is none from the begin. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 16, arbitrary: changed },
  { weight: 3, arbitrary: pieces },
  // Any UTF-16 units, halves of characters too.
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units)),
  },
);

/** JSON of any kind, laid out in any way, and requests. */
export const anyJson: fc.Arbitrary<string> = fc.oneof(
  fc
    .record({
      value: fc.jsonValue({ stringUnit: fc.constantFrom(...insertions) }),
      space: fc.constantFrom('', ' ', '\t'),
    })
    .map(({ value, space }) => JSON.stringify(value, null, space)),
  fc
    .record({
      name: fc.array(fc.constantFrom(...insertions)).map((some) => some.join('')),
      text: fc.constantFrom(...requests.map((request) => request.text)),
    })
    .map(({ name, text }) => text.replace('{', `{ "name": ${JSON.stringify(name)}, `)),
);

/**
 * The shortest text that still fails, by taking out ever smaller pieces. What fast-check shrinks is how a text was made, and
 * the request it was made from stays as long as it is.
 */
export function shortest(text: string, fails: (text: string) => boolean): string {
  let shortened = text;
  for (let size = text.length >> 1; size > 0;) {
    let removed = false;
    for (let at = 0; at < shortened.length;) {
      const without = shortened.slice(0, at) + shortened.slice(at + size);
      if (fails(without)) {
        shortened = without;
        removed = true;
      } else at += size;
    }
    if (!removed || size > 1) size >>= 1;
  }
  return shortened;
}

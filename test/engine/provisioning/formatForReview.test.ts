import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokensOf } from '../../../common/src/json/readJson';
import * as layout from '../../../engine/src/provisioning/request/formatForReview';
import { aJson } from '../../kit/client/document';

const { breakLines, continuation, escapeUnseen } = layout;
const laidOut = (text: string) => layout.formatForReview(tokensOf(aJson(text)));

const texts = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '\u202e',
      '\u200b',
      '\u2028',
      '\u007f',
      '\u00a0',
      '\ud83d',
      '\u{e0041}',
      'ре',
      'pay',
      '\n',
      '\\',
      '"',
    ),
  ),
});

describe('JSON formatted for review', () => {
  it('has one value per line in the order of the file, whatever its layout was', () => {
    const text = `{ "a"   :[ 1,\n\n\n\n2],"b":{},"c":{"d":"x"},"e":[[]],"a":[${' '.repeat(500)}12345678901234567890]}`;
    assert.deepEqual(laidOut(text).split('\n'), [
      '{',
      '  "a": [',
      '    1,',
      '    2',
      '  ],',
      '  "b": {},',
      '  "c": { "d": "x" },',
      '  "e": [',
      '    []',
      '  ],',
      '  "a": [ 12345678901234567890 ]',
      '}',
    ]);
    const property = aJson('{ "a" : {"b":1,\n"c":2} }');
    assert.equal(layout.formatForReview(tokensOf(property, { start: 1, end: 23 })), '"a": {\n  "b": 1,\n  "c": 2\n}');
  });

  it('has the same tokens as the original, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 3), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        assert.deepEqual(tokensOf(aJson(laidOut(text))), tokensOf(aJson(text)));
      }),
    );
  });

  it('grows linearly with its tokens at any depth', () => {
    const size = (depth: number) => laidOut('['.repeat(depth) + ']'.repeat(depth)).length;
    assert.equal(size(8_000) - size(4_000), 2 * (size(4_000) - size(2_000)));
  });

  const spelled: [what: string, text: string, expected: string][] = [
    ['a change of the writing direction', '"a\u202eb\u2066"', String.raw`"a\u202eb\u2066"`],
    ['characters without width', '"a\u200b\u200d\u00ad\ufeff\u034f"', String.raw`"a\u200b\u200d\u00ad\ufeff\u034f"`],
    ['control characters', '"\u007f\u0085\u009f"', String.raw`"\u007f\u0085\u009f"`],
    ['line separators that JSON allows in a string', '"\u2028\u2029"', String.raw`"\u2028\u2029"`],
    ['characters that look like a space', '"\u00a0\u3000\u2800"', String.raw`"\u00a0\u3000\u2800"`],
    ['tag characters', '"\u{e0041}"', String.raw`"\udb40\udc41"`],
    ['lone surrogates', '"\ud83d"', String.raw`"\ud83d"`],
    ['letters of another script in a Latin word', '"https://еvil.example"', String.raw`"https://\u0435vil.example"`],
  ];
  for (const [what, text, expected] of spelled) {
    it(`escapes ${what}`, () => {
      assert.equal(escapeUnseen(text), expected);
    });
  }

  it('does not change words of one script, escape sequences, emoji and layout', () => {
    for (const text of [
      '"Café Привет Ωmega? 受付 Zendesk"'.replace('Ωmega', 'ωμέγα'),
      String.raw`"\nПривет \u0435x"`,
      '{\r\n\t"a": "😀"}',
    ]) {
      assert.equal(escapeUnseen(text), text);
    }
  });

  it('means the same after escaping and has no invisible character, for any text', () => {
    fc.assert(
      fc.property(texts, (value) => {
        const shown = escapeUnseen(JSON.stringify(value));
        assert.equal(JSON.parse(shown), value);
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        assert.equal(escapeUnseen(shown), shown);
      }),
    );
  });

  it('has no line longer than the width, and loses nothing when a line is broken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 6, max: 40 }), (text, width) => {
        const line = JSON.stringify(text);
        const lines = breakLines(line, width).split('\n');
        assert.ok(lines.every((part) => part.length <= width));
        assert.equal(lines.map((part, index) => (index === 0 ? part : part.slice(continuation.length))).join(''), line);
      }),
    );
  });
});

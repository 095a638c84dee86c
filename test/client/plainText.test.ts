import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inert, quote } from '../../client/src/plainText';

describe('text from outside', () => {
  const rows: readonly (readonly [name: string, text: string, shown: string])[] = [
    ['stays as it is where it is plain', 'Zendesk “Süd” (EU) – 100 %', 'Zendesk “Süd” (EU) – 100 %'],
    ['is no link', 'see [here](command:workbench.action.quit)', 'see [here] (command:workbench.action.quit)'],
    ['is no link where something invisible stands in it', 'a [b]\u200b(command:c)', 'a [b] (command:c)'],
    ['is no icon', '$(check) done', '$ (check) done'],
    ['is no icon where something invisible stands in it', '$\u2060(check)', '$ (check)'],
    ['has one line', 'a\r\n\r\nb\u2028c\u2029d\ve\ff\0g', 'a b c d e f g'],
    ['keeps its direction', 'a\u202egnp.exe\u2066\u200f', 'agnp.exe'],
    ['has nothing that takes no room', 'ad\u00admin\ufeff\u{e0041}\u3164', 'admin'],
    ['has no half characters', 'a\ud800b', 'ab'],
    ['does not cover other lines', `a${'\u0301'.repeat(50)}`, `a${'\u0301'.repeat(4)}`],
  ];
  for (const [name, text, shown] of rows) {
    it(name, () => {
      assert.equal(inert(text, 100), shown);
    });
  }

  it('is no longer than it may be, and says so', () => {
    assert.equal(inert('abcdef', 6), 'abcdef');
    assert.equal(inert('abcdefg', 6), 'abcde…');
    assert.equal(inert('😀'.repeat(9), 3), '😀😀…');
  });

  it('cannot close its quotes', () => {
    assert.equal(quote('a" at api.example.com? "'), `"a' at api.example.com? '"`);
  });

  it('holds nothing that VS Code reads as more than text, whatever it is', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '$',
      'command:x',
      '\n',
      '\u200b',
      '\u202e',
      '\ufeff',
      '\\',
      'a',
      ' ',
    );
    const texts = fc.oneof(
      fc.array(pieces).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, most) => {
        const shown = inert(text, most);
        assert.doesNotMatch(shown, /\]\(|\$\(|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        assert.ok(Array.from(shown).length <= most + 1);
        assert.equal(inert(shown, most + 1), shown);
      }),
    );
  });
});

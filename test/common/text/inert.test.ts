import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostWord, inert, quote, word, wordList } from '../../../common/src/text/plainText';

describe('text from outside', () => {
  const rows: readonly (readonly [name: string, text: string, shown: string])[] = [
    ['stays as it is where it is plain', 'Zendesk “Süd” (EU) – 100 %', 'Zendesk “Süd” (EU) – 100 %'],
    ['is no link', 'see [here](command:workbench.action.quit)', 'see [here] (command:workbench.action.quit)'],
    ['is no link where something invisible stands in it', 'a [b]\u200b(command:c)', 'a [b] (command:c)'],
    ['is no icon', '$(check) done', '$ (check) done'],
    ['is no icon where something invisible stands in it', '$\u2060(check)', '$ (check)'],
    ['is no icon that moves', 'a$(sync~spin)b', 'a$ (sync~spin)b'],
    ['is no icon where a backslash would show it as text', '\\$(check)', '\\$ (check)'],
    ['is no link around an icon', '[$(check)](command:x)', '[$ (check)] (command:x)'],
    ['is no link with a bracket in its text', '[[a]](file:///x)', '[[a]] (file:///x)'],
    ['has one line', 'a\r\n\r\nb\u2028c\u2029d\ve\ff\0g', 'a b c d e f g'],
    ['has no whitespace that counts as a symbol', `a${'\u2800'.repeat(40)}b`, 'a b'],
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
    assert.equal(inert('😀'.repeat(9), 6), '😀😀…');
  });

  it('is a word as it stands where it is plain and short, and in quotes elsewhere', () => {
    for (const text of ['helpscout', '64f0c0ffee', 'A_b.c-1', '${secret:A.b-c}', '2026-01-05T09:31:00.000Z']) {
      assert.equal(word(text), text);
    }
    assert.deepEqual(
      ['', 'a b', 'a"b', 'ä', 'a\n'].map((text) => word(text)),
      ['""', '"a b"', `"a'b"`, '"ä"', '"a"'],
    );
    assert.equal(word('abcdef', 5), '"abcd…"');
  });

  it('is a host by its end, which says whose it is', () => {
    const hosts = ['api.example.com', 'localhost:8089', '[::1]', '[::1]:80', 'xn--bcher-kva.example', '127.0.0.1'];
    assert.deepEqual(hosts.map(hostWord), hosts);
    const long = hostWord(`api.cloud-elements.com.${'a'.repeat(60)}.${'b'.repeat(60)}.evil.example`);
    assert.ok(long.length <= 80 && /^…a+\.b+\.evil\.example$/.test(long), long);
    // What URL takes for a host, all the same.
    assert.equal(hostWord(new URL('https://$(check).example').host), '"$ (check).example"');
  });

  it('is a list with an end', () => {
    assert.equal(wordList(['A']), 'A');
    assert.equal(wordList(['A', 'b c', 'D']), 'A, "b c" and D');
    assert.equal(wordList(['A', 'B', 'C', 'D'], 2), 'A, B and 2 more');
  });

  it('cannot close its quotes', () => {
    assert.equal(quote('a" at api.example.com? "'), `"a' at api.example.com? '"`);
    for (const like of '“”„‟″‶＂〝〞〟❝❞ʺ˝ˮ״〃') assert.equal(quote(`a${like}b`), `"a'b"`, like);
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
        assert.ok(shown.length <= most);
        assert.equal(inert(shown, most), shown);
        assert.match(quote(text, most), /^"[^"\n]*"$/);
      }),
    );
  });
});

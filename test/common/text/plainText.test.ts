import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import { plainText } from '../../../common/src/text/plainText';
import { codeActions } from '../../../server/src/features/codeActions';
import { complete } from '../../../server/src/features/completion';
import { diagnose } from '../../../server/src/features/diagnostics';
import type { ServedDocument } from '../../../server/src/documents/servedDocument';
import { hover } from '../../../server/src/features/hover';
import { resolveCompletion } from '../../../server/src/features/resolveCompletion';
import { symbols } from '../../../server/src/features/symbols';
import { catalog } from '../../kit/catalog';
import { address } from '../../kit/curl';
import { openCommands, openRequest } from '../../kit/probes';

const rows: readonly (readonly [name: string, text: string, shown: string])[] = [
  ['a plain word', 'api.key', 'api.key'],
  ['letters of any language, and emoji', 'ключ 鍵 مفتاح 😀', 'ключ 鍵 مفتاح 😀'],
  ['line breaks of every kind', 'a\nb\r\nc\u2028d\u2029e\u0085f\vg', 'a b c d e f g'],
  ['control characters', 'a\u0000b\u001b[31mc\u007fd\u009be', 'ab[31mcde'],
  ['characters that turn the direction', 'a\u202egnp\u202c\u2066b\u2069\u200f', 'agnpb'],
  ['characters without width', 'a\u200bb\u200dc\ufeffd\u00ade\u2060f\u3164g\ufe0f', 'abcdefg'],
  ['lone surrogates', 'a\ud83d b \ude00c', 'a b c'],
  ['whitespace around it, and a lot of it', '  a \u00a0\u3000 b ', 'a b'],
  ['nothing that is seen', '\u200b\n\u202e', ''],
];

/** What a sentence, a title or an outline may have in it. */
const oneLine = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]*$/u;

describe('a text of a document in a sentence', () => {
  for (const [name, text, shown] of rows) {
    it(`${name}: ${JSON.stringify(shown)}`, () => {
      assert.equal(plainText(text), shown);
    });
  }

  it('is one short line, whatever it is, and stays as it is a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.integer({ min: 2, max: 100 }), (text, limit) => {
        const shown = plainText(text, limit);
        assert.match(shown, oneLine);
        assert.ok(shown.length <= limit);
        assert.equal(plainText(shown, limit), shown);
      }),
      { numRuns: 1000, seed: 3 },
    );
    assert.equal(plainText('x'.repeat(1_000_000)).length, 80);
  });
});

describe('everything that the server shows', () => {
  const pieces = fc.constantFrom(
    ...[
      '\n',
      '\\n',
      '\u202e',
      '\\u202e',
      '\u200b',
      '\u2028',
      '\\u2028',
      '\\u0007',
      '\u009b',
      '\ud83d',
      'x'.repeat(200),
    ],
    ...[
      '[a](command:b)',
      '![a](http://b)',
      '<img src=x>',
      '$(bug)',
      '```',
      '# ',
      'username',
      'element',
      'placeholder',
      'xxx',
      '<A>',
    ],
  );
  const texts = fc.array(pieces, { minLength: 1, maxLength: 5 }).map((some) => some.join(''));

  const worded = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

  function assertInert(document: ServedDocument): void {
    const { text } = document;
    const range = { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
    const shown = diagnose(document, catalog).map(worded);
    const params = { textDocument: document, range, context: { diagnostics: [] } };
    for (const { title, diagnostics } of codeActions(document, catalog, params)) {
      shown.push(title, ...(diagnostics ?? []).map(worded));
    }
    for (const line of shown) {
      assert.match(line, oneLine);
      assert.ok(line.length < 700, line);
    }
  }

  it('is on one line in messages, titles and the outline, and short, whatever the texts of a request are', () => {
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        for (const request of [
          `{ "element": { "key": "${a}" }, "${b}": "${c}" }`,
          `{ "element": { "key": "helpscout" }, "configuration": { "${a}": "x", "user${b}name": 1, "password": "<${c}>" } }`,
          `{ "element": { "key": "helpscout" }, "${a}": 1, "${a}": 2, "tags": { "${b}": ${c} }, "nam${c}e": true }`,
        ]) {
          const document = openRequest(request);
          assertInert(document);
          for (const { name, detail, children = [] } of symbols(document, catalog)) {
            for (const line of [name, detail ?? '', ...children.map((child) => child.name)]) {
              assert.match(line, oneLine);
              assert.ok(line.length <= 80);
            }
            assert.notEqual(name, '');
          }
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('is on one line for the commands of scripts, too', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        assertInert(
          openCommands(
            'shellscript',
            `curl ${address}/<${a}> -H 'Authorization: User ${b}, Organization <${a}>' -d '{ "${b}": "${a}" }'`,
          ),
        );
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('in Markdown is text of the schemas, and none of the document', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const marker = 'mArKeR';
        const document = openRequest(
          `{ "element": { "key": "helpscout${text}${marker}" }, "${text}${marker}": "${marker}", "configuration": { "username": "${marker}" } }`,
        );
        for (let offset = 0; offset < document.text.getText().length; offset += 7) {
          const position = document.text.positionAt(offset);
          assert.ok(!JSON.stringify(hover(document, catalog, position) ?? '').includes(marker));
          const [first] = complete(document, catalog, position, { snippets: true }).items;
          if (first) assert.ok(!JSON.stringify(resolveCompletion(first, catalog).documentation ?? '').includes(marker));
        }
      }),
      { numRuns: 30, seed: 6 },
    );
    const asked = {
      label: 'a',
      data: { element: 'helpscout', entry: 'username', facts: '\n\n[a](command:b)<img>$(bug)' },
    };
    const { documentation } = resolveCompletion(asked, catalog);
    assert.ok(
      typeof documentation === 'object' && documentation.value.includes('\\[a\\]\\(command:b\\)\\<img\\>\\$\\(bug\\)'),
    );
  });
});

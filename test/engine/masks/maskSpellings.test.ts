import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mask, maskJson, scrub } from '../../../engine/src/masks';

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const escaped = (of: RegExp) => (text: string) =>
  json(text).replace(of, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const strict = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase()}`);
const lower = (text: string) => text.replaceAll(/%[\dA-F]{2}/g, (byte) => byte.toLowerCase());
const form = (text: string) => new URLSearchParams({ a: text }).toString().slice(2);
const html = (apostrophe: string, quote = '&quot;') => {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': quote, "'": apostrophe };
  return (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
};
const base64 = (before: string, encoding: 'base64' | 'base64url') => (text: string) =>
  Buffer.from(`${before}${text}`).toString(encoding);

/** The spellings in which providers, and servers between them and us, return a value, by name. */
const spellings: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in JSON': json,
  'in JSON with escaped slashes': (text) => json(text).replaceAll('/', '\\/'),
  'in JSON with all but ASCII escaped': escaped(/[^\x20-\x7e]/g),
  'in JSON with the special characters of HTML escaped': escaped(/[<>&'=]/g),
  'in JSON in JSON': (text) => json(json(text)),
  'in JSON in JSON in JSON': (text) => json(json(json(text))),
  'percent-encoded': encodeURIComponent,
  'percent-encoded in lower case': (text) => lower(encodeURIComponent(text)),
  'percent-encoded as in RFC 3986': strict,
  'percent-encoded as in RFC 3986, in lower case': (text) => lower(strict(text)),
  'percent-encoded like a complete address': encodeURI,
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'in a form': form,
  'in a form, in lower case': (text) => lower(form(text)),
  'in HTML with &#39;': html('&#39;', '&#34;'),
  'in HTML with &#x27;': html('&#x27;', '&#x22;'),
  'in HTML with &apos;': html('&apos;'),
  'as JSON in HTML': (text) => html('&#39;')(json(text)),
  'as HTML in JSON': (text) => json(html('&#39;')(text)),
  'as an address in JSON in HTML': (text) => html('&#39;')(json(encodeURI(text))),
  ...Object.fromEntries(
    (['base64', 'base64url'] as const).flatMap((encoding) => [
      [`in ${encoding}`, base64('', encoding)],
      ...['a:', 'ab:', 'abc:'].map((before) => [`in ${encoding} after ${before}`, base64(before, encoding)] as const),
      [`in ${encoding}, percent-encoded`, (text: string) => encodeURIComponent(base64('me:', encoding)(text))],
    ]),
  ),
};

/** The text before and after a secret. */
const around = ['In ', '. So ist es: é'] as const;
const special = '"\\/\'<>&%+-_=~!*()#;:,?@{}[]$ .\n\t\0\x7fäéß€漢😀';
/** Secrets of any characters. Those that some spelling escapes occur more often than by chance. */
const secrets = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from(special)),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
    minLength: 4,
    maxLength: 24,
  })
  .filter(
    (text) =>
      text.length >= 4 &&
      text.trim().length >= 4 &&
      !/[\ud800-\udfff]/u.test(text) &&
      !/^[*]+$/.test(text) &&
      !around.join('|').includes(text),
  );

describe('a secret in a text', () => {
  for (const [name, spell] of Object.entries(spellings)) {
    it(`is masked ${name}, whatever it is, and nothing else of the text is`, () => {
      fc.assert(
        fc.property(secrets, (secret) => {
          const [before, after] = around;
          const scrubbed = scrub(`${before}${spell(secret)}${after}`, ['other-secret', secret]);
          const result = /base64/.test(name)
            ? scrubbed.replace(/(?<= )[\w+/%-]*(?=\*)|(?<=\*)(?:=|%3D)+/g, '')
            : scrubbed;
          assert.equal(result, `${before}${mask}${after}`);
        }),
        { numRuns: 40 },
      );
    });

    it(`is masked ${name} in a JSON answer`, () => {
      fc.assert(
        fc.property(secrets, (secret) => {
          const shown = JSON.stringify(maskJson({ a: [spell(secret)], [spell(secret)]: true, b: 'desk' }, [secret]));
          assert.equal(shown.includes(JSON.stringify(spell(secret)).slice(1, -1)), false, shown);
          assert.match(shown, /"desk"/);
        }),
        { numRuns: 10 },
      );
    });
  }

  it('is masked in base64 with all characters that encode a bit of it, and no others, at any offset', () => {
    const [words, rest] = ['some-user', 'and more'];
    for (const before of [0, 1, 2, 3, 4]) {
      for (const secret of ['s3cr', 's3cr3', 's3cr3t', 's3cr3t-w0rd']) {
        const encoded = Buffer.from(words.slice(0, before) + secret + rest).toString('base64');
        const after = encoded.slice(Math.ceil(((before + secret.length) * 8) / 6));
        const expected = `${encoded.slice(0, Math.floor((before * 8) / 6))}${mask}${after}`;
        assert.equal(scrub(encoded, [secret]), expected);
      }
    }
  });

  it('is masked in Latin-1, which some servers still use', () => {
    assert.equal(scrub('x=p%E4ss%DFw&y', ['pässßw']), `x=${mask}&y`);
    assert.equal(scrub(Buffer.from('pässßw', 'latin1').toString('base64'), ['pässßw']), mask);
  });

  it('becomes one mask with secrets that overlap it, and not with secrets that touch it', () => {
    assert.equal(scrub('abcdefgh', ['abcdef', 'defgh', 'bcde']), mask);
    assert.equal(scrub('abcdefgh', ['abcd', 'efgh']), `${mask}${mask}`);
  });

  it('is masked if it is the complete text, however short', () => {
    assert.deepEqual([scrub('abc', ['abc']), scrub('a', ['a']), scrub('ab', ['a'])], [mask, mask, 'ab']);
  });

  it('is not searched for if it says nothing, or is so short that it occurs by chance', () => {
    assert.equal(scrub('true false abc ********', ['true', 'false', 'abc', '', '****']), 'true false abc ********');
  });

  it('is not found in a text that does not spell it', () => {
    const text = String.raw`C:\temp 100% of a+b &co; &toString; %zz \u12 %e2%82 &#99999999; &#x110000;`;
    assert.equal(scrub(text, ['s3cret+', '\temp\u0000']), text);
  });
});

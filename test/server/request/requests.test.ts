import assert from 'node:assert/strict';
import { documented, requests } from '../../kit/catalog';
import { requote, strings } from '../../kit/quotes';
import { fixedAll, inShort, rendered } from '../../kit/problems';

describe('the documented requests', () => {
  it('are those of seven elements', () => {
    const keys = 'BrightTALKcrm brighttalk helpscout mailjetmarketing salesforcemarketingcloud twilio zendesk';
    assert.equal(requests.map(({ key }) => key).join(' '), keys);
    assert.equal(documented.map(({ key }) => key).join(' '), keys);
  });

  for (const { key, text } of requests) {
    it(`${key}, filled in, has no problem`, () => {
      assert.deepEqual(rendered(text), []);
      assert.equal(fixedAll(text), text);
    });

    for (const [open, close] of ['“”', '„“', '«»', '‘’', '“"', '"”'].map(
      (pair) => [pair.charAt(0), pair.charAt(1)] as const,
    )) {
      it(`${key} in ${open}${close} has one problem for each string, no other, and fix-all gives it back`, () => {
        const broken = requote(text, open, close);
        const wrong = open === '"' ? close : open;
        const expected = text.match(strings)?.map(() => `error look-alike-quotes «${wrong}»`);
        assert.deepEqual(inShort(broken), expected);
        assert.equal(fixedAll(broken), text);
      });
    }
  }

  for (const { key, text } of documented) {
    it(`${key}, as printed, has a warning for each placeholder and a hint for each sample address`, () => {
      const values = [...text.matchAll(/"<[^>]+>"|"x{6,}"|"https:\/\/www\.mycoolapp\.com\/auth"/g)];
      assert.ok(values.length > 0);
      assert.deepEqual(
        inShort(text),
        values.map(([value]) =>
          value.includes('mycoolapp') ? `hint sample-host «${value}»` : `warning placeholder «${value}»`,
        ),
      );
    });
  }
});

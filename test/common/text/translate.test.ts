import assert from 'node:assert/strict';
import { t, useTranslations } from '../../../common/src/text/translate';

describe('a message', () => {
  after(() => {
    useTranslations({});
  });

  it('is as it is written, with its values in it', () => {
    assert.equal(t('Delete {name}?', { name: 'Mine' }), 'Delete Mine?');
    assert.equal(t('{count} of {count}', { count: 2 }), '2 of 2');
  });

  it('keeps braces that are no name of a value', () => {
    assert.equal(t('Write ${secret:NAME} or { "key": … }.'), 'Write ${secret:NAME} or { "key": … }.');
    assert.equal(t('Write {reference}.', { reference: '${secret:NAME}' }), 'Write ${secret:NAME}.');
  });

  for (const value of ['{name}', '{other}', '$&', '$1', '__proto__', '{__proto__}', '']) {
    it(`takes the value ${JSON.stringify(value)} for a value, never for a text of ours`, () => {
      assert.equal(t('Delete {name} and {other}?', { name: value, other: 'x' }), `Delete ${value} and x?`);
    });
  }

  it('is translated where there is a translation, in whose order its values stand', () => {
    useTranslations({ 'Delete {name} of {account}?': '{account}: {name} löschen?' });
    assert.equal(t('Delete {name} of {account}?', { name: 'a', account: 'b' }), 'b: a löschen?');
    assert.equal(t('Delete {name}?', { name: 'a' }), 'Delete a?');
  });
});

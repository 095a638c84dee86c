import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findSkeleton, readElements } from '../../../../client/src/features/editing/elementList';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

describe('New Instance File', () => {
  it('has a skeleton for every element of the list', () => {
    const elements = readElements(read('schemas/elements.json'));
    assert.ok(elements !== undefined && elements.length > 0);
    const snippets = read('snippets/instances.json');
    for (const { key } of elements) assert.match(findSkeleton(snippets, key) ?? '', new RegExp(`"key": "${key}"`));
  });

  it('finds a skeleton by any of its prefixes, in one text or in lines', () => {
    const snippets = JSON.stringify({
      One: { prefix: 'ce-one', body: 'one' },
      Two: { prefix: ['x', 'ce-two'], body: ['two', 'lines'] },
      Odd: { prefix: 'ce-odd', body: [1] },
    });
    assert.deepEqual(
      ['one', 'two', 'odd', 'three'].map((key) => findSkeleton(snippets, key)),
      ['one', 'two\nlines', undefined, undefined],
    );
  });

  it('gives nothing for files that are broken', () => {
    for (const text of ['', '{', 'null', '7']) {
      assert.equal(readElements(text), undefined);
      assert.equal(findSkeleton(text, 'one'), undefined);
    }
    assert.deepEqual(readElements('[null, {"key":1}, {"key":"k","name":"n","hub":"h"}]'), [
      { key: 'k', name: 'n', hub: 'h' },
    ]);
  });

  it('lists elements without a hub, and none whose entries nobody documented', () => {
    const elements = readElements(
      '[{"key":"a","name":"A","hub":null}, {"key":"b","name":"b","hub":null,"documented":false}]',
    );
    assert.deepEqual(elements, [{ key: 'a', name: 'A', hub: undefined }]);
  });
});

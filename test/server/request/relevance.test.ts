import assert from 'node:assert/strict';
import { hasGenericName, isNotInstanceRequest } from '../../../server/src/request/relevance';
import { parseRequest } from '../../../server/src/request/request';
import { catalog, documented, requests } from '../../kit/catalog';
import { requote } from '../../kit/quotes';

const other = (text: string): boolean => isNotInstanceRequest(parseRequest(text), catalog.requestProperties());

describe('relevance', () => {
  const rows: readonly (readonly [name: string, text: string, somethingElse: boolean])[] = [
    ['a list', '[1]', true],
    ['an empty list', '[]', true],
    ['an object with other properties', '{ "id": 1, "region": "x" }', true],
    ['an object with other properties and a name', '{ "name": "vm", "region": "x" }', true],
    ['an object with properties that requests have', '{ "name": "x", "tags": [] }', false],
    ['an empty object', '{}', false],
    ['a request', '{ "element": {}, "colour": 1 }', false],
    ['a misspelled element', '{ "elmnt": {}, "colour": 1 }', false],
    ['a misspelled configuration', '{ "configuratio": {}, "colour": 1 }', false],
    ['data of a provider', '{ "providerData": {}, "colour": 1 }', false],
    ['an empty file', '', false],
    ['a text', '"x"', false],
    ['a number', '1', false],
    ['text that is no JSON', '{ "id": 1, }', false],
    ['curly quotes', '{ “id”: 1 }', false],
    ['too deep a list', '['.repeat(1000), false],
  ];
  for (const [name, text, expected] of rows) {
    it(`${name} is ${expected ? 'something else' : 'ours'}`, () => {
      assert.equal(other(text), expected);
    });
  }

  it('the documented requests are ours, with any quotes', () => {
    for (const { key, text } of [...requests, ...documented]) {
      assert.equal(other(text), false, key);
      assert.equal(other(requote(text, '“', '”')), false, key);
    }
  });

  it('asks only where the name says too little', () => {
    const names: readonly (readonly [string, boolean])[] = [
      ['file:///a/instance.json', true],
      ['file:///a/create-instance.json', true],
      ['vscode-vfs://github/a/b/instance.json', true],
      ['C:\\a\\instance.json', true],
      ['file:///a/desk.instance.json', false],
      ['file:///a/myinstance.json', false],
      ['file:///instance.json/other.json', false],
      ['untitled:Untitled-1', false],
    ];
    for (const [uri, generic] of names) assert.equal(hasGenericName(uri), generic, uri);
  });
});

import assert from 'node:assert/strict';
import { snippetText } from '../../../server/src/catalog/snippetText';
import { schemas } from '../../kit/catalog';
import { expandSnippet } from '../../schemas/snippetReader';

const rows: readonly (readonly [name: string, snippet: string, text: string])[] = [
  ['text is text', '{ "a": [1] }', '{ "a": [1] }'],
  ['a tab stop is nothing', '"$1": [${2}]', '"": []'],
  ['a placeholder stays', '"${1:Help Scout}"', '"Help Scout"'],
  ['the first choice stays', '"${1|polling,webhook|}"', '"polling"'],
  ['an only choice stays', '${1|true|}', 'true'],
  ['escapes mean what they escape', String.raw`\$1 \\ \}`, '$1 \\ }'],
  ['escapes within a placeholder', String.raw`"${'${1:'}a\}\$\\b}"`, '"a}$\\b"'],
  ['escapes within choices', String.raw`"${'${1|'}a\,b\|c,d|}"`, '"a,b|c"'],
  ['a bar within a choice', '${1|a,b|}|', 'a|'],
  [
    'a tab at the start of a line is two spaces',
    '{\n\t"a": {\n\t\t"b": "\t"\n\t}\n}',
    '{\n  "a": {\n    "b": "\t"\n  }\n}',
  ],
  ['what is no stop is text', '$ ${ ${1:ab $a \\', '$ ${ ${1:ab $a \\'],
];

describe('a snippet as plain text', () => {
  for (const [name, snippet, text] of rows) {
    it(name, () => {
      assert.equal(snippetText(snippet), text);
    });
  }

  it('is what an editor inserts, for every skeleton, indented by two spaces', () => {
    assert.ok(schemas.skeletons().size > 0);
    for (const snippet of schemas.skeletons().values()) {
      assert.equal(snippetText(snippet), expandSnippet(snippet).replaceAll('\t', '  '));
    }
  });
});

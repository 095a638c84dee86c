import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProblems } from '../../../server/src/problems/findProblems';
import { applyEdits } from '../../../common/src/json/edits';
import { replaceLookAlikes } from '../../../server/src/problems/fixAll';
import { fixesOf } from '../../../server/src/problems/fixes';
import { fixTitles } from '../../../server/src/problems/fixTitles';
import type { Fix } from '../../../server/src/problems/fixEdits';
import { parseRequest } from '../../../server/src/request/request';
import { catalog, fixtures } from '../../kit/catalog';
import { fixedAll, inShort } from '../../kit/problems';

const folder = join(fixtures, 'fixes');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const cases = readdirSync(folder).flatMap((file) => /^(.*)(?<!\.fixed)\.json$/.exec(file)?.[1] ?? []);

/** The fixes of the first problem of a code. */
function fixes(text: string, code: string): Fix[] {
  const parsed = parseRequest(text);
  const problem = findProblems(parsed, catalog).find((found) => found.code === code);
  assert.ok(problem, `no problem ${code}`);
  return fixesOf(problem, parsed, catalog);
}

describe('fixes', () => {
  // A case is two files, named by the code of the problem and what is special about it.
  for (const name of cases) {
    it(name, () => {
      const text = read(`${name}.json`);
      const code = name.split('.')[0] ?? '';
      const [fix] = fixes(text, code);
      assert.ok(fix, 'there is a fix');
      const fixed = applyEdits(text, fix.edits);
      assert.equal(fixed, read(`${name}.fixed.json`));
      const before = inShort(text);
      const after = inShort(fixed).filter((line) => !/ (?:empty-value|missing-element) «""»$/.test(line));
      assert.ok(after.length < before.length, 'the problem is gone');
      for (const line of after) assert.ok(before.includes(line), `${line} is new`);
    });
  }

  it('offer each near element, none of them as the preferred one', () => {
    const text = '{ "element": { "key": "BrightTalk" } }';
    assert.deepEqual(
      fixes(text, 'unknown-element').map(({ title, preferred }) => [title, preferred]),
      ['brighttalk', 'BrightTALKcrm'].map((key) => [fixTitles.changeTo(key), false]),
    );
  });

  it('do not exist where only the user can know', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['unknown-element', '{ "element": { "key": "unheardof" } }'],
      ['placeholder', '{ "element": { "key": "<KEY>" } }'],
      ['not-an-object', '[]'],
      ['invalid-json', '{ {'],
      ['wrong-type', '{ "element": [] }'],
    ];
    for (const [code, text] of rows) assert.deepEqual(fixes(text, code), [], code);
  });

  it('treat only the element of the request as an element, whatever another label is', () => {
    const text = '{ "element": { "key": "helpscout" }, "configuration": { "kind": "a" } }';
    const start = text.indexOf('"a"');
    const problem = {
      code: 'wrong-type' as const,
      label: 'element',
      expected: ['object'],
      found: 'string',
      range: { start, end: start + 3 },
    };
    assert.deepEqual(fixesOf(problem, parseRequest(text), catalog), []);
  });

  describe('fix-all', () => {
    const rows: readonly (readonly [name: string, text: string, fixed: string])[] = [
      ['fixes all of one kind', '{ “a”: “b”, ‘c’: ‘d’ }', '{ "a": "b", "c": "d" }'],
      ['fixes all kinds', '\ufeff{\u00a0“a”： 1 "b": 2, }', '{ "a": 1, "b": 2 }'],
      ['adds a backslash before inner quotes', '{ “a”: “b "c" d” }', String.raw`{ "a": "b \"c\" d" }`],
      ['leaves comments to the user', '{ "a": 1, // b\n }', '{ "a": 1 // b\n }'],
      [
        'leaves what may be meant otherwise',
        '{ "element": { “key”: “helpscot” } }',
        '{ "element": { "key": "helpscot" } }',
      ],
      ['fixes everything before a barrier', '{ “a”: 1, "b" [ = 2 }', '{ "a": 1, "b": [ = 2 }'],
      ['leaves JSON as it is', '{ "a": "“b” \u00a0" }', '{ "a": "“b” \u00a0" }'],
      ['leaves an empty file', '', ''],
    ];
    for (const [name, text, fixed] of rows) {
      it(name, () => {
        assert.equal(fixedAll(text), fixed);
        assert.equal(fixedAll(fixed), fixed, 'a second time changes nothing');
      });
    }
  });

  it('replacing look-alikes leaves commas alone', () => {
    const text = '{ “a”: “b”\n“c”：1, }';
    assert.equal(applyEdits(text, replaceLookAlikes(parseRequest(text))), '{ "a": "b"\n"c":1, }');
  });
});

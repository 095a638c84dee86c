import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filePlaces, type Place } from '../../../client/src/commands/curl/filePlaces';

const at = (path: string, scheme = 'file', authority = ''): Place => ({ scheme, authority, path });
const unix = [at('/home/ana/work/scripts'), at('/home/ana/work')];
const windows = [at('/c:/Work/scripts'), at('/c:/Work')];

const table: [name: string, isWindows: boolean, found: readonly string[] | 'host' | 'outside'][] = [
  ['instance.json', false, ['/home/ana/work/scripts/instance.json', '/home/ana/work/instance.json']],
  ['a/../b c.json', false, ['/home/ana/work/scripts/b c.json', '/home/ana/work/b c.json']],
  ['../instance.json', false, ['/home/ana/work/instance.json']],
  ['/home/ana/work/a.json', false, ['/home/ana/work/a.json']],
  ['/etc/passwd', false, 'outside'],
  ['/home/ana/work/../.ssh/id_rsa', false, 'outside'],
  ['/home/ana/worker/a.json', false, 'outside'],
  ['../../../../net/evil.example/a.json', false, 'outside'],
  ['//evil.example/share/a.json', false, 'host'],
  ['\\\\evil.example\\share\\a.json', false, 'host'],
  ['c:a.json', false, ['/home/ana/work/scripts/c:a.json', '/home/ana/work/c:a.json']],
  ['sub\\instance.json', true, ['/c:/Work/scripts/sub/instance.json', '/c:/Work/sub/instance.json']],
  ['..\\instance.json', true, ['/c:/Work/instance.json']],
  ['C:\\work\\a.json', true, ['/C:/work/a.json']],
  ['c:/Windows/win.ini', true, 'outside'],
  ['d:a.json', true, 'outside'],
  ['\\Windows\\win.ini', true, 'outside'],
  ['\\\\evil.example\\share\\a.json', true, 'host'],
  ['//evil.example/share/a.json', true, 'host'],
  ['\\/evil.example/share/a.json', true, 'host'],
  ['/\\evil.example\\share', true, 'host'],
  ['\\\\?\\UNC\\evil.example\\share', true, 'host'],
  ['\\\\.\\pipe\\x', true, 'host'],
];

describe('the file that a command names', () => {
  for (const [name, isWindows, found] of table) {
    const where = typeof found === 'string' ? found : found.join(' or ');
    it(`is ${where}, by ${JSON.stringify(name)}${isWindows ? ' on Windows' : ''}`, () => {
      const places = filePlaces(name, isWindows ? windows : unix, isWindows);
      assert.deepEqual(typeof places === 'string' ? places : places.map(({ path }) => path), found);
    });
  }

  it('is in the same file system as a folder that is none of this computer', () => {
    const folders = [at('/work', 'vscode-vfs', 'github')];
    assert.deepEqual(filePlaces('a.json', folders, false), [at('/work/a.json', 'vscode-vfs', 'github')]);
    assert.equal(filePlaces('/work/a.json', folders, false), 'outside');
    assert.deepEqual(filePlaces('a.json', [], false), []);
  });

  it('is never outside of the folders, nor on another computer, whatever its name is', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      '/',
      '\\',
      'c:',
      'a',
      'evil.example',
      '%2e%2e',
      '~',
      '?',
      'Work',
      'home',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.constantFrom('/', '\\', ''),
        fc.boolean(),
        (parts, glue, isWindows) => {
          const folders = isWindows ? windows : unix;
          const places = filePlaces(parts.join(glue), folders, isWindows);
          if (typeof places === 'string') return;
          for (const { scheme, authority, path } of places) {
            assert.deepEqual([scheme, authority], ['file', '']);
            assert.match(path, isWindows ? /^\/c:\/work\//i : /^\/home\/ana\/work\//);
            assert.doesNotMatch(path, /\/\.\.(?:\/|$)|\/\//);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

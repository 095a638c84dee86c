import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandFiles, type FileLocation } from '../../../client/src/vscode/commandFiles';

const at = (path: string, scheme = 'file', authority = ''): FileLocation => ({ scheme, authority, path });
const unix = [at('/home/ana/desk/scripts'), at('/home/ana/desk')];
const windows = [at('/c:/Desk/scripts'), at('/c:/Desk')];

const table: [name: string, isWindows: boolean, found: readonly string[] | 'host' | 'outside'][] = [
  ['instance.json', false, ['/home/ana/desk/scripts/instance.json', '/home/ana/desk/instance.json']],
  ['a/../b c.json', false, ['/home/ana/desk/scripts/b c.json', '/home/ana/desk/b c.json']],
  ['../instance.json', false, ['/home/ana/desk/instance.json']],
  ['/home/ana/desk/a.json', false, ['/home/ana/desk/a.json']],
  ['/etc/passwd', false, 'outside'],
  ['/home/ana/desk/../.ssh/id_rsa', false, 'outside'],
  ['/home/ana/desker/a.json', false, 'outside'],
  ['../../../../net/evil.example/a.json', false, 'outside'],
  ['//evil.example/share/a.json', false, 'host'],
  ['\\\\evil.example\\share\\a.json', false, 'host'],
  ['c:a.json', false, ['/home/ana/desk/scripts/c:a.json', '/home/ana/desk/c:a.json']],
  ['sub\\instance.json', true, ['/c:/Desk/scripts/sub/instance.json', '/c:/Desk/sub/instance.json']],
  ['..\\instance.json', true, ['/c:/Desk/instance.json']],
  ['C:\\desk\\a.json', true, ['/C:/desk/a.json']],
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

describe('the file that a command sends', () => {
  for (const [name, isWindows, found] of table) {
    const where = typeof found === 'string' ? found : found.join(' or ');
    it(`is ${where}, by ${JSON.stringify(name)}${isWindows ? ' on Windows' : ''}`, () => {
      const files = commandFiles(name, isWindows ? windows : unix, isWindows);
      assert.deepEqual(typeof files === 'string' ? files : files.map(({ path }) => path), found);
    });
  }

  it('is in the file system of the folder, also where that is virtual', () => {
    const folders = [at('/desk', 'vscode-vfs', 'github')];
    assert.deepEqual(commandFiles('a.json', folders, false), [at('/desk/a.json', 'vscode-vfs', 'github')]);
    assert.equal(commandFiles('/desk/a.json', folders, false), 'outside');
    assert.deepEqual(commandFiles('a.json', [], false), []);
  });

  it('is never outside the folders or on another computer, whatever its name is', () => {
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
          const files = commandFiles(parts.join(glue), folders, isWindows);
          if (typeof files === 'string') return;
          for (const { scheme, authority, path } of files) {
            assert.deepEqual([scheme, authority], ['file', '']);
            assert.match(path, isWindows ? /^\/c:\/desk\//i : /^\/home\/ana\/desk\//);
            assert.doesNotMatch(path, /\/\.\.(?:\/|$)|\/\//);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

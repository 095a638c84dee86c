import type { ElementSummary } from '../../common/src/catalog/generatedFiles';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staleFiles } from '../../scripts/generate';
import { roomsWithMessages } from '../../scripts/messageTexts';
import { problemsOf } from '../kit/problems';
import { elementKeys, elementOf, readSchema, root, schemasFolder } from './schemaFiles';
import { expandSnippet } from './snippetReader';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const undocumented = JSON.parse(readFileSync(join(schemasFolder, 'undocumented.json'), 'utf8')) as readonly string[];

describe('generated files', () => {
  const staleIn = (folder: string): string[] => staleFiles(folder).map(([path]) => path);

  it('are up to date', () => {
    assert.deepEqual(staleIn(root), [], 'run npm run generate');
  });

  const changes: readonly (readonly [what: string, file: string, from: string, to: string, stale: string[]])[] = [
    [
      'a schema',
      'schemas/elements/twilio.schema.json',
      '"name": "Twilio SMS"',
      '"name": "Twilio Texts"',
      ['schemas/elements.json', 'schemas/instance.schema.json', 'snippets/instances.json'],
    ],
    [
      'the form of a value',
      'schemas/elements/twilio.schema.json',
      '"type": "string"',
      '"type": "string", "maxLength": 34',
      ['server/src/catalog/bundledValidators.js'],
    ],
    [
      'what a problem is',
      'docs/problems.md',
      'The file contains a comment.',
      'The file contains a remark.',
      ['docs/problems.md'],
    ],
    ['a message', 'common/src/text/enumerate.ts', '{list} and {last}', '{list}, {last}', ['l10n/bundle.l10n.json']],
    [
      'a text of the manifest',
      'package.nls.json',
      'The file contains a comment.',
      'The file contains a remark.',
      ['package.nls.json'],
    ],
    ['a setting of a problem', 'package.json', '%problem.comment.description%', '', ['package.json']],
  ];
  describe('in a copy', () => {
    let copy: string;
    before(() => {
      copy = mkdtempSync(join(tmpdir(), 'generate-'));
      restore(
        'schemas',
        'snippets',
        'docs/problems.md',
        'package.json',
        'package.nls.json',
        'l10n',
        ...roomsWithMessages,
      );
    });
    after(() => {
      rmSync(copy, { recursive: true });
    });
    const restore = (...sources: readonly string[]): void => {
      for (const source of sources) cpSync(join(root, source), join(copy, source), { recursive: true });
    };

    for (const [what, path, from, to, stale] of changes) {
      it(`are called stale by name when ${what} changed, and fresh once generated`, () => {
        try {
          const file = join(copy, path);
          writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
          const found = staleFiles(copy);
          assert.deepEqual(
            found.map(([name]) => name),
            stale,
          );
          for (const [name, content] of found) writeFileSync(join(copy, name), content);
          assert.deepEqual(staleIn(copy), []);
        } finally {
          restore(path, ...stale);
        }
      });
    }
  });
});

describe('snippets', () => {
  const snippets = Object.values(
    JSON.parse(readFileSync(join(root, 'snippets/instances.json'), 'utf8')) as Record<string, Snippet>,
  );

  it('exist for every element and authentication method', () => {
    assert.equal(snippets.length, elementKeys.flatMap((key) => elementOf(key).authMethods).length);
    assert.equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
    for (const key of elementKeys) assert.ok(snippets.some(({ prefix }) => prefix === `ce-${key}`));
  });

  for (const { prefix, body } of snippets) {
    it(`${prefix} inserts a request with the required entries and nothing else to fill in`, () => {
      const text = expandSnippet(body.join('\n'));
      const leftToDo = ['empty-value', 'sign-in-later'];
      assert.deepEqual(
        problemsOf(text).filter(({ code }) => !leftToDo.includes(code)),
        [],
      );
      const request = JSON.parse(text) as {
        element: { key: string };
        configuration: Record<string, unknown>;
      };
      const element = elementOf(request.element.key);
      const method = element.authMethod(request);
      const initial = 'externalAuthentication' in request ? ['externalAuthentication'] : [];
      assert.deepEqual(Object.keys(request), ['element', 'configuration', ...initial, 'tags', 'name']);
      assert.equal(initial.length > 0, method.externalAuthentication === 'initial');
      const { selector, skeleton = method.required } = method;
      assert.deepEqual(
        Object.keys(request.configuration).filter((key) => key !== selector?.entry),
        skeleton.filter((key) => key !== selector?.entry),
      );
      assert.equal(selector && request.configuration[selector.entry], selector?.value);
    });
  }
});

describe('elements.json', () => {
  it('lists every element that has a schema, then those that are known by name only', () => {
    const index = JSON.parse(readFileSync(join(schemasFolder, 'elements.json'), 'utf8')) as readonly ElementSummary[];
    const known = index.filter(({ documented }) => documented === false).map(({ key }) => key);
    assert.deepEqual(
      index.slice(-known.length).map(({ key }) => key),
      known,
    );
    assert.deepEqual([...known].sort(), [...undocumented].sort());
    assert.deepEqual(new Set(index.slice(0, -known.length).map(({ key }) => key)), new Set(elementKeys));
    assert.ok(undocumented.length > 0 && undocumented.every((key) => !elementKeys.includes(key)));
  });
});

describe('instance.schema.json', () => {
  it('lists every element with its name', () => {
    const choices = readSchema('instance.schema.json').properties?.element?.properties?.key?.anyOf as {
      const?: string;
      title?: string;
    }[];
    const listed = choices.flatMap((choice) => (choice.const === undefined ? [] : [[choice.const, choice.title]]));
    assert.deepEqual(
      new Map(listed as [string, string][]),
      new Map([
        ...elementKeys.map((key): [string, string] => [key, elementOf(key).name]),
        ...undocumented.map((key): [string, string] => [key, key]),
      ]),
    );
  });
});

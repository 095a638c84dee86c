import assert from 'node:assert/strict';
import { check } from '../../../server/src/features/check';
import { catalog, requestFor, requests } from '../../kit/catalog';
import { requote } from '../../kit/quotes';

const blocking = (text: string): string[] =>
  check(text, catalog)
    .problems.filter((problem) => problem.blocking)
    .map(({ code }) => code);

describe('check', () => {
  for (const { key, text } of requests) {
    it(`finds nothing in the request for ${key}, and what the client needs to say of it`, () => {
      const { problems, ...facts } = check(text, catalog);
      assert.deepEqual(
        [...new Set(problems.map(({ code }) => code))].filter((code) => code !== 'written-secret'),
        [],
      );
      const element = catalog.element(key);
      assert.deepEqual(facts, {
        elementKey: key,
        elementName: element?.name,
        instanceName: 'Support desk, first try',
        entries: [...(element?.entries.keys() ?? [])],
        secretEntries: [...(element?.entries.values() ?? [])].filter(({ secret }) => secret).map((entry) => entry.key),
      });
    });
  }

  it('names the entries that are missing, so that the client can ask for those that a sign-in needs', () => {
    const { problems } = check('{ "element": { "key": "box" }, "configuration": {} }', catalog);
    const [missing] = problems.filter(({ code }) => code === 'missing-entries');
    assert.deepEqual(missing?.entries, ['oauth.api.key', 'oauth.api.secret', 'oauth.callback.url']);
  });

  const blocked: readonly (readonly [string, string, string[]])[] = [
    ['an empty text', '', ['empty-document']],
    ['text that is no JSON', 'nul', ['invalid-json']],
    ['a list', '[]', ['not-an-object']],
    ['no element', '{}', ['missing-element']],
    ['no element key', '{ "element": {} }', ['missing-element']],
    ['an element key of whitespace', '{ "element": { "key": " " } }', ['missing-element']],
    ['an element that is no object', '{ "element": "helpscout" }', ['wrong-type']],
    ['an element key that is no text', '{ "element": { "key": 1 } }', ['wrong-type']],
    ['a misspelled element', '{ "elment": { "key": "helpscout" } }', ['misspelled-member']],
    ['curly quotes', '{ “element”: { "key": "unheardof" } }', ['look-alike-quotes']],
    ['a byte-order mark', '\ufeff{ "element": { "key": "unheardof" } }', ['look-alike-character']],
    ['a comment', '{ "element": { "key": "unheardof" } } // x', ['comment']],
    ['a trailing comma', '{ "element": { "key": "unheardof" }, }', ['trailing-comma']],
    ['a missing comma', '{ "element": { "key": "unheardof" } "name": "x" }', ['missing-comma']],
    ['too deep a text', '['.repeat(1000), ['too-deep']],
  ];
  for (const [name, text, codes] of blocked) {
    it(`${name} cannot be sent`, () => {
      assert.deepEqual(blocking(text), codes);
    });
  }

  for (const [name, text] of [
    ['missing entries', '{ "element": { "key": "helpscout" } }'],
    ['an unknown element', '{ "element": { "key": "unheardof" } }'],
    ['a misspelled element', '{ "element": { "key": "helpscot" } }'],
    ['a placeholder for an element', '{ "element": { "key": "<KEY>" } }'],
    ['a wrong type elsewhere', '{ "element": { "key": "helpscout" }, "configuration": [], "tags": 1 }'],
    ['an entry twice', '{ "element": { "key": "helpscout" }, "name": "a", "name": "b" }'],
  ] as const) {
    it(`${name} can be sent, if the user wants to`, () => {
      assert.ok(check(text, catalog).problems.length > 0);
      assert.deepEqual(blocking(text), []);
    });
  }

  it('tells how a request is signed in that brings nothing of it, with all entries that it has', () => {
    const { providerData, ...request } = JSON.parse(requestFor('zendesk')) as Record<string, unknown>;
    assert.ok(providerData);
    const unsigned = { ...request, configuration: { ...(request.configuration as object), scope: 'read' } };
    const { signIn } = check(JSON.stringify(unsigned), catalog);
    assert.deepEqual([signIn?.flow, signIn?.providerData], ['oauth2-code', ['code']]);
    assert.deepEqual(signIn?.parameters.map(({ entry }) => entry).sort(), [
      'oauth.api.key',
      'oauth.api.secret',
      'oauth.callback.url',
      'scope',
      'zendesk.subdomain',
    ]);
  });

  it('names element and instance of a text in curly quotes, too', () => {
    const text = requote(requestFor('twilio'), '“', '”');
    const { elementKey, elementName, instanceName, problems } = check(text, catalog);
    assert.deepEqual([elementKey, elementName, instanceName], ['twilio', 'Twilio SMS', 'Support desk, first try']);
    assert.ok(problems.every(({ blocking, code }) => blocking || code === 'written-secret'));
  });

  it('knows no name, way to sign in or secrets of an element that is not in the catalog', () => {
    const { entries, secretEntries, ...others } = check('{ "element": { "key": "unheardof" }, "name": 1 }', catalog);
    assert.deepEqual([entries, secretEntries], [[], []]);
    assert.ok(!('signIn' in others || 'elementName' in others));
    assert.ok(!('instanceName' in check('{ "name": 1 }', catalog)));
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFacts, readFacts } from '../../sandbox/src/facts';

const entry = {
  key: 'a',
  label: 'A',
  type: 'string',
  secret: false,
  required: true,
  default: null,
  platformOnly: false,
};
const authMethod = { type: 'basic', flow: 'direct', required: ['a'], providerData: [], selector: null };
const facts = {
  key: 'k',
  name: 'K',
  summary: 's',
  hub: 'crm',
  id: 1,
  authentication: [authMethod],
  configuration: [entry],
};

describe('sandbox: facts', () => {
  it('reads the facts of every documented element', () => {
    const keys = readFacts().map(({ key }) => key);
    assert.equal(keys.length, 164);
    for (const key of ['BrightTALKcrm', 'helpscout', 'quickbooks', 'zuorav2']) assert.ok(keys.includes(key), key);
  });

  it('reads an element without hub and id: nobody documented them', () => {
    const { hub, id } = parseFacts(JSON.stringify({ ...facts, hub: null, id: null }), 'k.json');
    assert.deepEqual([hub, id], [null, null]);
  });

  it('reads every property of a file', () => {
    const selector = { key: 'a', value: 'x' };
    const full = {
      ...facts,
      authentication: [{ ...authMethod, selector }],
      configuration: [{ ...entry, type: 'enum', enum: ['x', 'y'], default: 'x', responseValue: 'y' }],
    };
    assert.deepEqual(parseFacts(JSON.stringify(full), 'k.json'), full);
  });

  const broken: readonly [title: string, text: string, message: RegExp][] = [
    ['text that is not JSON', '{', /^Facts file k\.json is not JSON: /],
    ['a list', '[]', /^Facts file k\.json: the file should be an object\.$/],
    ['no name', JSON.stringify({ ...facts, name: undefined }), /: name should be a string, not empty\.$/],
    ['an id that is no number', JSON.stringify({ ...facts, id: '1' }), /: id should be a whole number\.$/],
    ['no auth method', JSON.stringify({ ...facts, authentication: [] }), /: authentication should be at least one/],
    [
      'an unknown flow',
      JSON.stringify({ ...facts, authentication: [{ ...authMethod, flow: 'x' }] }),
      /: authentication\[0\]\.flow should be one of direct, oauth2-code, oauth1-token\.$/,
    ],
    [
      'an entry without a flag',
      JSON.stringify({ ...facts, configuration: [entry, { ...entry, key: 'b', secret: 1 }] }),
      /: configuration\[1\]\.secret should be true or false\.$/,
    ],
    [
      'a required key that is no entry',
      JSON.stringify({ ...facts, authentication: [{ ...authMethod, required: ['a', 'b'] }] }),
      /"b" is none\.$/,
    ],
    [
      'an entry and an auth method that disagree',
      JSON.stringify({ ...facts, configuration: [{ ...entry, required: false }] }),
      /: configuration\[0\]\.required should be true, as in the auth methods\.$/,
    ],
  ];
  for (const [title, text, message] of broken) {
    it(`says where a file is broken: ${title}`, () => {
      assert.throws(() => parseFacts(text, 'k.json'), { message });
    });
  }

  describe('in a folder', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'facts-'));
    });
    afterEach(() => {
      rmSync(folder, { recursive: true });
    });

    it('an empty folder is said as such', () => {
      assert.throws(() => readFacts(folder), { message: /^No facts in / });
    });

    it('a file named after another key is said as such', () => {
      writeFileSync(join(folder, 'other.json'), JSON.stringify(facts));
      assert.throws(() => readFacts(folder), { message: /other\.json: key should be "other"/ });
    });
  });
});

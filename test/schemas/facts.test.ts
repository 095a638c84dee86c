import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementKeys, elementOf, requestErrors, root } from './schemaFiles';

/** The facts of the documents, kept apart from the schemas so that the two can disagree. */
interface Facts {
  readonly key: string;
  readonly name: string;
  readonly hub: string | null;
  readonly id: number | null;
  readonly authentication: readonly {
    readonly type: string;
    readonly flow: string;
    readonly required: readonly string[];
    readonly providerData: readonly string[];
    readonly selector: { readonly key: string; readonly value: string } | null;
  }[];
  readonly configuration: readonly {
    readonly key: string;
    readonly type: string;
    readonly secret: boolean;
    readonly default: unknown;
    readonly platformOnly: boolean;
    readonly enum?: readonly string[];
  }[];
}

/**
 * Where the schema was decided against the facts, because the documents contradict themselves: each element stands in
 * the table of schemas/README.md, with the reason. `optional` is required by the facts.
 */
const decided: Readonly<Record<string, { readonly optional?: readonly string[]; readonly providerData?: true }>> = {
  campaignmonitor: { optional: ['authentication.type'] },
  zuorav2: { optional: ['authentication.type'] },
  maximizer: { optional: ['maximizer.url', 'maximizer.alias'] },
  actessentialsoauth: { providerData: true },
  marketo: { providerData: true },
};

const folder = join(root, 'test/fixtures/facts');

describe('schemas and facts', () => {
  it('disagree only where the table of decisions has a row', () => {
    const readme = readFileSync(join(root, 'schemas/README.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('| '));
    for (const key of Object.keys(decided)) {
      assert.ok(
        rows.some((row) => new RegExp(`\\b${key}\\b`).test(row.split('|')[1] ?? '')),
        key,
      );
    }
  });

  it('exist for the same elements', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    assert.deepEqual(new Set(files.map((file) => file.slice(0, -'.json'.length))), new Set(elementKeys));
  });

  for (const key of elementKeys) {
    const element = elementOf(key);
    const facts = JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8')) as Facts;

    it(`agree on the name, hub and number of ${key}`, () => {
      const { name, hub } = element;
      assert.deepEqual(
        { name, hub, id: element.schema['x-element']?.id },
        { name: facts.name, hub: facts.hub, id: facts.id },
      );
    });

    it(`agree on the authentication of ${key}`, () => {
      const decisions = decided[key] ?? {};
      const isDefault = (value: string) =>
        element.authMethods.some((method) => method.default && method.selector?.value === value);
      const ways = element.authMethods.map(({ type, flow, required, providerData, selector }) => ({
        type,
        flow,
        required: new Set(required),
        providerData: new Set(decisions.providerData ? [] : providerData),
        selector: selector ? { key: selector.entry, value: selector.value } : null,
      }));
      const documented = facts.authentication.map(({ type, flow, required, providerData, selector }) => ({
        type,
        flow,
        // The default way can do without its selector; the others cannot.
        required: new Set(
          required.filter((name) => !decisions.optional?.includes(name) || (selector && !isDefault(selector.value))),
        ),
        providerData: new Set(decisions.providerData ? [] : providerData),
        selector,
      }));
      assert.deepEqual(ways, documented);
    });

    it(`agree on what is secret and what the platform fills in for ${key}`, () => {
      for (const { key: name, secret, platformOnly } of facts.configuration) {
        const entry = element.entries.get(name);
        assert.deepEqual(
          { name, secret: entry?.secret, platformOnly: entry?.filledByPlatform },
          { name, secret, platformOnly },
        );
      }
    });

    it(`agree on the types, defaults and choices of ${key}`, () => {
      const ourTypes: Readonly<Record<string, string>> = { password: 'string' };
      for (const fact of facts.configuration.filter((each) => !each.platformOnly)) {
        const entry = element.entries.get(fact.key);
        assert.equal(entry?.type, ourTypes[fact.type] ?? fact.type, fact.key);
        if (fact.default !== null) assert.equal(entry.default, fact.default, fact.key);
        for (const choice of fact.enum ?? []) {
          const request = { element: { key }, configuration: { [fact.key]: choice } };
          const refused = requestErrors(key, request).filter((error) => error.instancePath.endsWith(`/${fact.key}`));
          assert.deepEqual(refused, [], `${fact.key} does not take ${choice}`);
        }
      }
    });
  }
});

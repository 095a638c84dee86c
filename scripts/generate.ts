// Writes what follows from the schemas: schemas/elements.json, schemas/instance.schema.json, snippets/instances.json;
// server/src/catalog/bundledValidators.js; what follows from the entries of problems: docs/problems.md, and the setting for
// severities in package.json and package.nls.json; and l10n/bundle.l10n.json, all messages for a translator.
// `--check` writes nothing, names the files that are stale and exits with 1. A folder as argument stands for the root.
import { skeletonPrefix, type ElementSummary } from '../common/src/catalog/generatedFiles';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCatalog } from '../server/src/catalog/catalog';
import type { Element } from '../server/src/catalog/element';
import type { JsonSchema, AuthMethod } from '../server/src/catalog/schemaTypes';
import { skeletonSnippet } from '../server/src/catalog/skeleton';
import { compileSchema } from '../server/src/node/compileSchema';
import { readSchemas } from '../server/src/node/schemas';
import { compileValidators } from './compileValidators';
import { readMessageTexts } from './messageTexts';
import { withProblemEntries } from './problemPage';
import { readProblemSections } from './problemSections';
import {
  withSeverityOverrides,
  withSeverityOverrideTexts,
  type Manifest,
  type ManifestTexts,
} from './severityOverridesSetting';

const suffix = '.schema.json';

const order = new Intl.Collator('en');

/**
 * Reads the index from the schemas themselves: the generated one may be stale. In the order of the names, and then the
 * elements that have no schema.
 */
function readIndex(root: string): readonly ElementSummary[] {
  const undocumented = JSON.parse(readFileSync(join(root, 'schemas/undocumented.json'), 'utf8')) as readonly string[];
  return [
    ...readDocumented(root),
    ...[...undocumented].sort(order.compare).map((key) => ({ key, name: key, hub: null, documented: false as const })),
  ];
}

function readDocumented(root: string): readonly ElementSummary[] {
  const folder = join(root, 'schemas/elements');
  const summaries = readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonSchema;
      const facts = schema['x-element'];
      if (!facts) throw new Error(`schemas/elements/${file} has no x-element. Add it: see schemas/README.md.`);
      return { key: file.slice(0, -suffix.length), name: facts.name, hub: facts.hub };
    });
  return summaries.sort((a, b) => order.compare(a.name, b.name) || order.compare(a.key, b.key));
}

/** The schema of a request to any element, for tools that take only one. An unknown key is allowed: private elements exist. */
function instanceSchema(index: readonly ElementSummary[]): JsonSchema {
  const named = (key: JsonSchema): JsonSchema => ({ type: 'object', properties: { key } });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://cloud-elements-instances.invalid/schemas/instance.schema.json',
    title: 'Request to create an instance',
    description: 'Generated from the schemas of the elements by npm run generate.',
    type: 'object',
    properties: {
      element: named({
        anyOf: [
          ...index.map((element) => ({ const: element.key, title: element.name, description: describe(element) })),
          { type: 'string' },
        ],
      }),
    },
    allOf: [
      { $ref: 'base.schema.json' },
      ...index.filter(isDocumented).map(({ key }) => ({
        if: {
          type: 'object',
          required: ['element'],
          properties: { element: { ...named({ const: key }), required: ['key'] } },
        },
        then: { $ref: `elements/${key}${suffix}` },
      })),
    ],
  };
}

const isDocumented = ({ documented }: ElementSummary): boolean => documented !== false;

function describe(element: ElementSummary): string {
  if (!isDocumented(element)) return 'Nobody documented its entries.';
  return element.hub === null ? element.name : `${element.name} (${element.hub} hub)`;
}

/** The name of an auth method: its type, or that its tokens already exist. */
function prefixOf(element: Element, authMethod: AuthMethod): string {
  return authMethod === element.authMethods[0]
    ? skeletonPrefix(element.key)
    : `${skeletonPrefix(element.key)}-${authMethod.externalAuthentication ?? authMethod.type}`;
}

function snippet(element: Element, authMethod: AuthMethod): readonly [string, unknown] {
  const name = `${element.name} (${element.key}${authMethod === element.authMethods[0] ? '' : `, ${authMethod.title ?? authMethod.type}`})`;
  return [
    name,
    {
      prefix: prefixOf(element, authMethod),
      description: `Request to create an instance of ${element.name}. ${element.summary}`,
      body: skeletonSnippet(element, { authMethod }).split('\n'),
    },
  ];
}

/**
 * The manifest of the extension and its texts: only the setting for severities is generated, with the sentence that
 * docs/problems.md has for each problem.
 */
function manifestFiles(root: string, problemPage: string): readonly (readonly [string, unknown])[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const sections = readProblemSections(problemPage);
  const manifest = read('package.json') as Manifest;
  const texts = read('package.nls.json') as ManifestTexts;
  return [
    ['package.json', withSeverityOverrides(manifest, sections)],
    ['package.nls.json', withSeverityOverrideTexts(texts, manifest, sections)],
  ];
}

/** All messages in the format of VS Code's bundles: a translation has other values. */
const bundle = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(readMessageTexts(root).map(({ text }) => text))].sort().map((text) => [text, text]));

/** Text of each generated file, by its path. */
function generate(root: string): readonly (readonly [string, string])[] {
  const index = readIndex(root);
  const schemas = readSchemas(join(root, 'schemas'));
  const catalog = createCatalog({
    ...schemas,
    elements: () => index,
    validators: new Map(),
    compile: compileSchema,
  });
  const elements = index.flatMap(({ key }) => catalog.element(key) ?? []);
  const snippets = elements.flatMap((element) => element.authMethods.map((authMethod) => snippet(element, authMethod)));
  const problemPage = withProblemEntries(readFileSync(join(root, 'docs/problems.md'), 'utf8'), catalog);
  const files: readonly (readonly [string, unknown])[] = [
    ['schemas/elements.json', index],
    ['schemas/instance.schema.json', instanceSchema(index)],
    ['snippets/instances.json', Object.fromEntries(snippets)],
    ...manifestFiles(root, problemPage),
    ['l10n/bundle.l10n.json', bundle(root)],
  ];
  return [
    ['docs/problems.md', problemPage],
    ...files.map(([path, content]) => [path, `${JSON.stringify(content, null, 2)}\n`] as const),
    ['server/src/catalog/bundledValidators.js', compileValidators(catalog)],
  ];
}

/** Paths of the generated files that are not as they would be made now, with the text that they should have. */
export function staleFiles(root: string): readonly (readonly [path: string, text: string])[] {
  return generate(root).filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
}

function main(): void {
  const check = process.argv.includes('--check');
  const root = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? join(__dirname, '..');
  for (const [path, text] of staleFiles(root)) {
    if (check) {
      console.error(`${path} is stale: run npm run generate.`);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(`Wrote ${path}`);
    }
  }
}

if (require.main === module) main();

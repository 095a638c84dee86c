// Compiles the schemas to validators, when the server is built: at run time nothing is compiled, and no compiler loaded.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _, Ajv, type CodeOptions, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone';
import esbuild from 'esbuild';
import { inlineReferences } from '../server/src/catalog/schemaReferences';
import type { JsonSchema } from '../server/src/catalog/schemaTypes';
import { anyRequest } from '../server/src/catalog/validator';

type Read = (path: string) => JsonSchema | undefined;

function createAjv(code: CodeOptions): Ajv {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    // A test holds the schemas to the meta-schema; words are the server's own.
    validateSchema: false,
    messages: false,
    code,
  });
  addFormats(ajv, ['uri']);
  return ajv;
}

/** What tells people and other tools something, and validates nothing. */
const annotations = new Set(['$schema', '$id', 'title', 'description', 'examples', 'default', 'x-element']);

function withoutAnnotations(value: unknown, inProperties = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutAnnotations(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([keyword]) => inProperties || !annotations.has(keyword))
      .map(([keyword, inner]) => [keyword, withoutAnnotations(inner, !inProperties && keyword === 'properties')]),
  );
}

/** The schema of an element by its key, or that of any request; on its own, and without annotations. */
function schemaOf(name: string, read: Read): JsonSchema {
  const path = name === anyRequest ? 'base.schema.json' : `elements/${name}.schema.json`;
  const schema = read(path);
  if (!schema) throw new Error(`There is no schemas/${path}.`);
  return withoutAnnotations(inlineReferences(schema, path, read)) as JsonSchema;
}

/**
 * Compiles in memory what `writeValidators` writes: for tests. Code that runs a few times is not worth the third of the
 * time that it takes to make it shorter.
 */
export const compileValidator = (name: string, read: Read): ValidateFunction =>
  createAjv({ optimize: false }).compile(schemaOf(name, read));

/**
 * Writes a CommonJS module for any request and for each element into a folder, named by key. Does nothing where the folder has
 * those of the same schemas already.
 * @param root Folder of the product.
 */
export async function writeValidators(root: string, folder: string): Promise<void> {
  const schemas = join(root, 'schemas');
  const read: Read = (path) => {
    const file = join(schemas, path);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonSchema) : undefined;
  };
  const keys = readdirSync(join(schemas, 'elements')).map((file) => file.replace(/\.schema\.json$/, ''));
  const sources = ['base.schema.json', 'auth.schema.json', ...keys.map((key) => `elements/${key}.schema.json`)];
  const hash = createHash('sha256').update(readFileSync(join(root, 'scripts/validators.ts')));
  for (const source of sources) hash.update(source).update(readFileSync(join(schemas, source)));
  const stamp = hash.digest('hex');
  const stampFile = join(folder, '.stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entry = (name: string): string => join(folder, `${name}.js`);
  writeFileSync(entry('formats'), `exports.uri = require('ajv-formats/dist/formats').fullFormats.uri;\n`);
  for (const name of [anyRequest, ...keys]) {
    const ajv = createAjv({ source: true, formats: _`require("./formats.cjs")` });
    writeFileSync(entry(name), standaloneCode(ajv, ajv.compile(schemaOf(name, read))));
  }
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    nodePaths: [join(root, 'node_modules')],
    entryPoints: ['formats', anyRequest, ...keys].map(entry),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    external: ['./formats.cjs'],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    logLevel: 'warning',
    metafile: true,
  });
  // For NOTICE: what else than the schemas is in them.
  writeFileSync(join(folder, '.inputs'), JSON.stringify(Object.keys(metafile.inputs)));
  for (const name of ['formats', anyRequest, ...keys]) rmSync(entry(name));
  writeFileSync(stampFile, stamp);
}

const [folder] = process.argv.slice(2);
if (folder !== undefined && process.argv[1]?.endsWith('validators.ts')) {
  writeValidators(join(import.meta.dirname, '..'), folder).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}

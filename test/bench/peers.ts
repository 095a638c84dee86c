import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Server } from './servers';

const files = ['package.json', 'package-lock.json', '.npmrc'];
/** npm writes this one last. */
const installed = 'node_modules/.package-lock.json';

/**
 * Installs the servers that ours is compared with into out/bench-peers, unless they are there: exactly those of the
 * lock file in test/bench/peers, and none of their install scripts runs. They are no dependencies of the product.
 */
export function installPeers(root: string): readonly Server[] {
  const source = join(root, 'test/bench/peers');
  const folder = join(root, 'out/bench-peers');
  const isCurrent = (file: string): boolean =>
    existsSync(join(folder, file)) && readFileSync(join(folder, file)).equals(readFileSync(join(source, file)));
  if (!existsSync(join(folder, installed)) || !files.every(isCurrent)) {
    mkdirSync(folder, { recursive: true });
    for (const file of files) cpSync(join(source, file), join(folder, file));
    // Within `npm run`, npm would take the project for the place to install into.
    const args = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status, error } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit' });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed.`, { cause: error });
  }
  return [jsonServer(root, folder), yamlServer(root, folder)];
}

const pattern = '*.instance.json';
const schemaUrl = (schemas: string): string => pathToFileURL(join(schemas, 'instance.schema.json')).href;

/**
 * Copies the schemas without their `$id`, and gives the folder: the YAML server takes the address in it for the place
 * to load what a relative `$ref` names from, and nothing is there.
 */
function withoutIds(schemas: string, folder: string): string {
  for (const file of readdirSync(schemas, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.schema.json')) continue;
    const schema = JSON.parse(readFileSync(join(schemas, file), 'utf8')) as Record<string, unknown>;
    delete schema['$id'];
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(schema, null, 2));
  }
  return folder;
}

/** VS Code's, with what its client gives it: schemas from files are its own to read. */
function jsonServer(root: string, folder: string): Server {
  const { version, program } = find(folder, 'vscode-langservers-extracted', 'vscode-json-language-server');
  return {
    name: 'JSON server',
    version: `vscode-langservers-extracted ${version}`,
    program,
    languageId: 'json',
    initializationOptions: { handledSchemaProtocols: ['file'], provideFormatter: false },
    settings: {
      json: { validate: { enable: true }, schemas: [{ fileMatch: [pattern], url: schemaUrl(join(root, 'schemas')) }] },
    },
    isTold: true,
  };
}

/** JSON is YAML. It is kept from the network, which would be all it waits for. */
function yamlServer(root: string, folder: string): Server {
  const { version, program } = find(folder, 'yaml-language-server', 'yaml-language-server');
  const off = { enable: false };
  const schemas = withoutIds(join(root, 'schemas'), join(folder, 'schemas'));
  return {
    name: 'YAML server',
    version: `yaml-language-server ${version}`,
    program,
    languageId: 'yaml',
    pushes: true,
    settings: { yaml: { schemas: { [schemaUrl(schemas)]: pattern }, schemaStore: off, kubernetesCRDStore: off } },
  };
}

function find(folder: string, name: string, command: string): { readonly version: string; readonly program: string } {
  const home = join(folder, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly bin: Readonly<Record<string, string>>;
  };
  const program = manifest.bin[command];
  if (program === undefined) throw new Error(`${name} has no ${command}.`);
  return { version: manifest.version, program: join(home, program) };
}

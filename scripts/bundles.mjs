// What esbuild makes of client and server.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

const common = (production) => ({
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The UMD builds that "main" names in jsonc-parser and the JSON service crash once bundled.
  mainFields: ['module', 'main'],
  sourcemap: production ? false : 'linked',
  minify: production,
  logLevel: 'info',
});

/** Options of the bundle that VS Code loads. */
export const extensionBundle = (production) => ({
  ...common(production),
  entryPoints: ['client/src/extension.ts'],
  outfile: 'dist/extension.js',
  external: ['vscode'],
  // VS Code patches `http` and `https` for proxy and certificates, but not `node:http`, which node-fetch 3 asks for.
  alias: { 'node:http': 'http', 'node:https': 'https' },
});

/** Options of the language server's bundle; every folder it is put into has schemas/ and snippets/ beside it. */
export const serverBundle = (production, outfile = 'dist/server.js') => ({
  ...common(production),
  entryPoints: ['server/src/main.ts'],
  outfile,
  define: { SERVER_VERSION: JSON.stringify(version) },
});

/** Compiles the schemas to dist/validators, as far as they are not there already, and gives that folder. */
export function compileSchemas() {
  const folder = path.join(root, 'dist/validators');
  const args = ['--import', 'tsx', path.join(root, 'scripts/validators.ts'), folder];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  return folder;
}

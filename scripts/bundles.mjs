// The options of esbuild for client and server.
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
  // Translations come as an object. The variant for browsers has no reader of files, which would load `fs/promises` at every start.
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
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
  alias: { ...common(production).alias, 'node:http': 'http', 'node:https': 'https' },
});

/**
 * Options of the language server's bundle, and of the compiler of schemas that it loads when needed. Every folder they are put
 * into has schemas/ and snippets/ beside it.
 */
export const serverBundle = (production, outdir = 'dist') => ({
  ...common(production),
  entryPoints: { server: 'server/src/main.ts', compileSchema: 'server/src/node/compileSchema.ts' },
  outdir,
  define: { SERVER_VERSION: JSON.stringify(version) },
});

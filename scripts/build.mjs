// Bundles dist/extension.js and dist/server.js, and compiles the schemas to dist/validators. `--watch` keeps bundling, `--production` minifies.
import esbuild from 'esbuild';
import { compileSchemas, extensionBundle, serverBundle } from './bundles.mjs';

const production = process.argv.includes('--production');
compileSchemas();
const bundles = [extensionBundle(production), serverBundle(production)];

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}

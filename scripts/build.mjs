// Bundles dist/extension.js and dist/server.js, with dist/compileSchema.js. `--watch` keeps bundling, `--production` minifies.
import esbuild from 'esbuild';
import { extensionBundle, serverBundle } from './bundles.mjs';

const production = process.argv.includes('--production');
const bundles = [extensionBundle(production), serverBundle(production)];

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}

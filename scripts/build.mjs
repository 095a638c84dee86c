// Bundles dist/extension.js and dist/server.js. `--watch` keeps bundling, `--production` minifies.
import esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The UMD builds that "main" names in jsonc-parser and the JSON service crash once bundled.
  mainFields: ['module', 'main'],
  sourcemap: process.argv.includes('--production') ? false : 'linked',
  minify: process.argv.includes('--production'),
  logLevel: 'info',
};

const bundles = [
  {
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    // VS Code patches `http` and `https` for proxy and certificates, but not `node:http`, which node-fetch 3 asks for.
    alias: { 'node:http': 'http', 'node:https': 'https' },
  },
  { ...common, entryPoints: ['server/src/main.ts'], outfile: 'dist/server.js' },
];

if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}

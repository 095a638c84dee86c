// The rooms of the code, and what each may import. ESLint's rules are generated from this table, and test/layers/ checks that
// every other import is refused. A new folder of code needs a row here.

const common = ['text', 'json', 'catalog', 'platform', 'protocol', 'shells'].map((name) => `common/src/${name}`);
const engine = ['ui.ts', 'masks', 'platform', 'accounts', 'messages', 'provisioning', 'curl'].map(
  (name) => `engine/src/${name}`,
);
const server = ['catalog', 'request', 'problems', 'curl', 'documents', 'features'].map((name) => `server/src/${name}`);
/** Those of a list before one of them. */
const below = (list, path) => list.slice(0, list.indexOf(path));
const ofEngine = (name) => [...common, ...below(engine, `engine/src/${name}`)];
const ofServer = (name) => [...common, ...below(server, `server/src/${name}`)];
/** A feature, and the faces of the features that it builds on. */
const ofFeature = (...others) => [
  ...common,
  ...engine,
  'client/src/vscode',
  ...others.map((name) => `client/src/features/${name}/index.ts`),
];
const editor = ['vscode', 'vscode-languageclient/node'];

/**
 * From the bottom up. `uses` has the rooms, or single files of rooms, that one may import beside its own files; `packages`
 * those of npm and Node.js, and `only` further packages of a single file (scripts/layers.d.mts).
 */
export const rooms = {
  'common/src/text': { uses: [], packages: ['@vscode/l10n'] },
  'common/src/json': { uses: ['common/src/text'] },
  'common/src/catalog': { uses: [] },
  'common/src/platform': { uses: ['common/src/text'] },
  'common/src/protocol': { uses: ['common/src/platform'] },
  'common/src/shells': { uses: ['common/src/json'] },

  'engine/src/ui.ts': { uses: ofEngine('ui.ts') },
  'engine/src/masks': { uses: ofEngine('masks'), packages: ['node:crypto'] },
  'engine/src/platform': {
    uses: ofEngine('platform'),
    packages: ['node:http', 'node:https', 'node:net', 'node:tls'],
    only: { 'engine/src/platform/http.ts': ['node-fetch'] },
  },
  'engine/src/accounts': { uses: ofEngine('accounts') },
  'engine/src/messages': { uses: ofEngine('messages') },
  'engine/src/provisioning': {
    uses: ofEngine('provisioning'),
    packages: ['node:crypto', 'node:fs/promises', 'node:http', 'node:net', 'node:os', 'node:path'],
  },
  'engine/src/curl': { uses: ofEngine('curl') },

  'server/src/catalog': { uses: ofServer('catalog'), packages: ['ajv', 'fastest-levenshtein'] },
  'server/src/request': { uses: ofServer('request'), packages: ['fastest-levenshtein'] },
  'server/src/problems': { uses: ofServer('problems'), packages: ['ajv'] },
  'server/src/curl': { uses: ofServer('curl') },
  'server/src/documents': {
    uses: ofServer('documents'),
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  'server/src/features': {
    uses: ofServer('features'),
    packages: ['vscode-languageserver', 'jsonc-parser'],
  },
  'server/src/node': {
    uses: [...common, 'server/src/catalog'],
    packages: ['ajv', 'ajv-formats/dist/formats', 'node:fs', 'node:path', 'node:url', 'node:vm'],
  },
  'server/src/connection': {
    uses: [...common, ...server],
    packages: ['vscode-languageserver', 'vscode-languageserver/node', 'node:timers/promises'],
  },
  'server/src/main.ts': {
    uses: ['server/src/connection', 'server/src/node', 'server/src/catalog/bundledValidators.js'],
    packages: ['node:module', 'node:path'],
  },

  'client/src/vscode': { uses: [...common, ...engine], packages: [...editor, 'node:path'] },
  'client/src/features/accounts': { uses: ofFeature(), packages: [...editor, 'node:crypto'] },
  'client/src/features/editing': { uses: ofFeature(), packages: editor },
  'client/src/features/provision': { uses: ofFeature('accounts', 'editing'), packages: [...editor, 'node:crypto'] },
  'client/src/features/secrets': { uses: ofFeature('accounts', 'editing'), packages: editor },
  'client/src/features/curl': {
    uses: ofFeature('accounts', 'editing', 'provision'),
    packages: [...editor, 'node:crypto'],
  },
  'client/src/features/support': { uses: ofFeature(), packages: editor },
  'client/src/extension.ts': {
    uses: ofFeature('accounts', 'editing', 'provision', 'secrets', 'curl', 'support'),
    packages: editor,
  },

  // Shares no code with the product, so that it can disagree with it in tests.
  'sandbox/src': { uses: [], packages: ['node:*'] },
};

const hint = 'scripts/layers.mjs lists what a room may import.';

/** Options of `import-x/no-restricted-paths`: files of the house that a room must not import. */
export function zonesOf(root) {
  const zones = Object.entries(rooms).map(([target, { uses }]) => ({
    target: `./${target}`,
    from: '.',
    except: ['node_modules', target, ...uses].map((path) => `./${path}`),
    message: hint,
  }));
  return { basePath: root, zones };
}

/** For each room and single file: the options of `no-restricted-imports`, which name the packages it must not import. */
export function packageRules() {
  return Object.entries(rooms).flatMap(([path, { packages = [], only = {} }]) => [
    { files: filesOf(path), options: allBut(packages) },
    ...Object.entries(only).map(([file, more]) => ({ files: [file], options: allBut([...packages, ...more]) })),
  ]);
}

const filesOf = (path) => [path.endsWith('.ts') ? path : `${path}/**/*.ts`];

function allBut(packages) {
  const allowed = packages.map((name) =>
    name.replace(/[.*+?^${}()|[\]\\/]/g, (sign) => (sign === '*' ? '.*' : `\\${sign}`)),
  );
  return { patterns: [{ regex: `^(?!\\.)(?!(?:${allowed.join('|') || '\\b\\B'})$)`, message: hint }] };
}

import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { packageRules, rooms, zonesOf } from './scripts/layers.mjs';

// All texts in VS Code are shown through client/src/vscode/windowUi.ts and windowViews.ts, which make every text inert. Other files use
// only the names of `vscode` that are listed here, so that any other function that shows a text, known or new, is refused.
const edge = 'Only client/src/vscode/windowUi.ts and windowViews.ts show a text in VS Code: they make it inert.';
const byName = 'Use the properties of `vscode` by their full names, so that these rules find what they show.';
const useOfVscode = ({ properties, values = [], classes, commands }) => {
  const one = (names) => `/^(?:${names.join('|')})$/`;
  const namespaces = one(Object.keys(properties));
  const refused = [
    ...[
      'ImportDeclaration[source.value="vscode"][importKind!="type"] > ImportSpecifier[importKind!="type"]',
      'ImportDeclaration[source.value="vscode"] > ImportDefaultSpecifier',
      'ImportDeclaration[source.value="vscode"] > ImportNamespaceSpecifier[local.name!="vscode"]',
      ':matches(ExportAllDeclaration, ExportNamedDeclaration, ImportExpression)[source.value="vscode"]',
      'CallExpression[callee.name="require"][arguments.0.value="vscode"]',
      'TSExternalModuleReference[expression.value="vscode"]',
      ':not(MemberExpression, ImportNamespaceSpecifier, TSQualifiedName) > Identifier[name="vscode"]',
      'MemberExpression[object.name="vscode"][computed=true]',
      'MemberExpression[object.object.name="vscode"][computed=true]',
      `:not(MemberExpression) > MemberExpression[object.name="vscode"][property.name=${namespaces}]`,
      ':not(MemberExpression, NewExpression, BinaryExpression, TSInterfaceHeritage) > MemberExpression[object.name="vscode"][property.name=/^[A-Z]/]',
    ].map((selector) => ({ selector, message: byName })),
    ...[
      `MemberExpression[object.name="vscode"][property.name=/^[a-z]/]:not([property.name=${one([...Object.keys(properties), ...values])}])`,
      ...Object.entries(properties).map(
        ([name, used]) =>
          `MemberExpression[object.object.name="vscode"][object.property.name="${name}"]:not([property.name=${one(used)}])`,
      ),
      `NewExpression[callee.object.name="vscode"]:not([callee.property.name=${one(classes)}])`,
      `CallExpression[callee.property.name="executeCommand"]:not([arguments.0.value=${one(commands)}])`,
      ':matches(Literal[value=/\\$\\([a-z]/], TemplateElement[value.raw=/\\$\\([a-z]/])',
    ].map((selector) => ({ selector, message: edge })),
  ];
  return { 'no-restricted-syntax': ['error', ...refused] };
};
const used = {
  properties: {
    commands: ['executeCommand', 'registerCommand'],
    env: ['sessionId'],
    l10n: ['bundle', 'uri'],
    languages: ['match', 'registerDocumentPasteEditProvider', 'setTextDocumentLanguage'],
    window: ['activeTextEditor', 'createOutputChannel', 'onDid\\w+', 'showTextDocument', 'tabGroups'],
    workspace: [
      ...['fs', 'getConfiguration', 'isTrusted', 'onDid\\w+', 'openTextDocument'],
      ...['textDocuments', 'workspaceFolders'],
    ],
  },
  classes: ['DocumentPasteEdit', 'EventEmitter', 'Range', 'SnippetString', 'ThemeColor', 'ThemeIcon'],
  commands: ['workbench\\.trust\\.manage'],
};
/** What else the files of client/src/vscode use that show nothing. */
const usedByWindow = {
  properties: {
    ...used.properties,
    env: [...used.properties.env, 'asExternalUri', 'clipboard', 'openExternal', 'remoteName', 'uiKind', 'uriScheme'],
    window: [...used.properties.window, 'registerUriHandler'],
    workspace: [...used.properties.workspace, 'applyEdit'],
  },
  values: ['version'],
  classes: [...used.classes, 'WorkspaceEdit'],
  commands: ['editor\\.action\\.formatDocument'],
};

export default defineConfig(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/', 'server/src/catalog/bundledValidators.js'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs', 'scripts/host/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-console': 'error',
      'no-return-assign': ['error', 'always'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  // Chores, the sandbox and test runners are command-line programs: they talk on the console.
  {
    files: ['scripts/**', 'sandbox/src/runSandbox.ts', 'test/bench/**', 'test/fuzz/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        require: 'readonly',
        module: 'readonly',
        exports: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  { files: ['client/src/**/*.ts'], ignores: ['client/src/vscode/**'], rules: useOfVscode(used) },
  {
    files: ['client/src/vscode/**/*.ts'],
    ignores: ['client/src/vscode/windowUi.ts', 'client/src/vscode/windowViews.ts'],
    rules: useOfVscode(usedByWindow),
  },
  {
    files: ['scripts/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/test/', message: 'What runs the tests is no part of them.' }] },
      ],
    },
  },
  // Who may import whom: scripts/layers.mjs is the table.
  {
    files: Object.keys(rooms).map((path) => `${path}{,/**/*.ts}`),
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts'] })] },
    rules: { 'import-x/no-restricted-paths': ['error', zonesOf(import.meta.dirname)] },
  },
  ...packageRules().map(({ files, options }) => ({ files, rules: { 'no-restricted-imports': ['error', options] } })),
);

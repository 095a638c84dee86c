import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The import boundaries of the house. Dependencies point one way:
// core <- features <- connection <- main, and platform <- accounts <- commands <- extension.
const lsp = {
  group: ['vscode-languageserver', 'vscode-languageserver/*', 'vscode-languageserver-*'],
  message: 'core knows no LSP: offsets in, offsets out.',
};
const json = { group: ['jsonc-parser', 'vscode-json-languageservice'], message: 'core/syntax is our own parser.' };
const vscode = {
  group: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'],
  message: 'Only the client knows VS Code.',
};
const client = { group: ['**/client/**'], message: 'The server never imports the client.' };
const files = {
  group: ['node:fs', 'node:fs/*', 'fs', 'node:http', 'node:https', 'http', 'https', 'node-fetch'],
  message: 'Outside data is a parameter: only server/src/node reads files.',
};
const upward = {
  group: ['**/features/*', '**/node/*', '**/connection', '**/main'],
  message: 'core imports nothing of the layers above it.',
};
const request = { regex: '^\\.\\./', message: 'core/syntax knows JSON, and nothing of requests.' };
const serverInternals = {
  regex: 'server/src/(?!protocol)',
  message: 'The client shares server/src/protocol with the server and nothing else.',
};
const fetch = { group: ['node-fetch'], message: 'client/src/platform/http.ts is the only import of node-fetch.' };
const above = (...folders) => ({
  group: folders.map((folder) => `**/${folder}/**`).concat(folders.map((folder) => `**/${folder}`)),
  message: 'Dependencies point one way: see the map in CONTRIBUTING.',
});
const restrict = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs', 'test/host/*.mjs'] },
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
    files: ['scripts/**', 'sandbox/src/main.ts', 'test/host/**', 'test/bench/**', 'test/fuzz/**'],
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
  { files: ['client/src/**/*.ts'], rules: restrict(fetch, serverInternals) },
  {
    files: ['client/src/platform/**/*.ts'],
    rules: restrict(fetch, vscode, serverInternals, above('accounts', 'provisioning', 'commands', 'views')),
  },
  {
    files: ['client/src/accounts/**/*.ts'],
    rules: restrict(fetch, serverInternals, above('provisioning', 'commands', 'views')),
  },
  {
    files: ['client/src/provisioning/**/*.ts'],
    rules: restrict(fetch, vscode, serverInternals, above('commands', 'views')),
  },
  {
    files: ['client/src/curl/**/*.ts'],
    rules: restrict(fetch, vscode, serverInternals, above('accounts', 'commands', 'views')),
  },
  { files: ['client/src/platform/http.ts'], rules: restrict(vscode, serverInternals) },
  {
    files: ['sandbox/**/*.ts'],
    rules: restrict(vscode, {
      group: ['**/client/**', '**/server/**', 'ajv', 'ajv-formats'],
      message: 'The sandbox is an independent witness.',
    }),
  },
  { files: ['server/src/**/*.ts'], rules: restrict(vscode, client, files) },
  { files: ['server/src/node/**/*.ts'], rules: restrict(vscode, client) },
  { files: ['server/src/core/**/*.ts'], rules: restrict(vscode, client, files, lsp, json, upward) },
  { files: ['server/src/core/syntax/**/*.ts'], rules: restrict(vscode, client, files, lsp, json, upward, request) },
);

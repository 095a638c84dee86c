import assert from 'node:assert/strict';
import path from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const root = path.join(import.meta.dirname, '../..');

describe('the lint rules on what VS Code shows', () => {
  const settings = new Map<string, Linter.Config>();
  const files = [
    'client/src/features/provision/copyToken.ts',
    'client/src/vscode/windowBrowser.ts',
    'client/src/vscode/windowUi.ts',
  ];

  before(async function () {
    this.timeout(60_000);
    const eslint = new ESLint({ cwd: root });
    for (const file of files) {
      const config = (await eslint.calculateConfigForFile(file)) as {
        readonly rules: Linter.RulesRecord;
      };
      const { 'no-restricted-syntax': restricted } = config.rules;
      settings.set(file, {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        rules: restricted === undefined ? {} : { 'no-restricted-syntax': restricted },
      });
    }
  });

  /** What is said of a text as if it stood in a file of the client. Without types: only how it is written counts. */
  function problems(text: string, file: string): string[] {
    const found = new Linter().verify(text, settings.get(file) ?? [], { filename: 'probe.ts' });
    return found.map(({ fatal, message }) => (fatal === true ? assert.fail(message) : message));
  }

  const vscode = "import * as vscode from 'vscode';";
  const refused: readonly string[] = [
    ...['Information', 'Warning', 'Error'].map((kind) => `vscode.window.show${kind}Message('x');`),
    'vscode.window.showQuickPick([]);',
    'vscode.window.showInputBox({});',
    'vscode.window.createQuickPick();',
    'vscode.window.createInputBox();',
    'vscode.window.withProgress({}, run);',
    "vscode.window.setStatusBarMessage('x');",
    "vscode.window.createStatusBarItem('x');",
    "vscode.window.createTreeView('x', {});",
    "vscode.window.registerTreeDataProvider('x', {});",
    "vscode.window.createWebviewPanel('x', 'x', 1);",
    "vscode.window.createTerminal('x');",
    'vscode.window.createTextEditorDecorationType({});',
    "vscode.window['showErrorMessage']('x');",
    'vscode.window?.showErrorMessage("x");',
    'vscode.window!.showErrorMessage("x");',
    "vscode['window'].showErrorMessage('x');",
    '(vscode as object).window;',
    'const { window } = vscode;',
    'const { showErrorMessage } = vscode.window;',
    'const window = vscode.window;',
    'const show = vscode.window.showErrorMessage;',
    'pass(vscode);',
    'pass(vscode.window);',
    'const { CodeLens } = vscode;',
    'const Lens = vscode.CodeLens;',
    'new vscode.CodeLens(range, command);',
    "new vscode.MarkdownString('x');",
    "new vscode.Diagnostic(range, 'x');",
    'new vscode.Hover([]);',
    "new vscode.TreeItem('x');",
    'class Item extends vscode.TreeItem {}',
    "new vscode.TestMessage('x');",
    "new vscode.InlayHint(position, 'x');",
    'new vscode.DocumentLink(range, uri);',
    "vscode.languages.createDiagnosticCollection('x');",
    'vscode.languages.registerCodeLensProvider(selector, {});',
    'vscode.languages.registerHoverProvider(selector, {});',
    "vscode.languages.createLanguageStatusItem('x', selector);",
    "vscode.workspace.registerTextDocumentContentProvider('x', {});",
    "vscode.tests.createTestController('x', 'x');",
    "vscode.comments.createCommentController('x', 'x');",
    'vscode.env.openExternal(uri);',
    "vscode.env.clipboard.writeText('x');",
    "vscode.commands.executeCommand('vscode.open', uri);",
    "vscode.commands.executeCommand('vscode.diff', uri, uri, 'x');",
    'vscode.commands.executeCommand(name);',
    "const title = '$(check) Done';",
    'const title = `$(check) ${done}`;',
  ];
  for (const text of refused) {
    it(`refuse outside the edge: ${text}`, () => {
      assert.notDeepEqual(problems(`${vscode}\n${text}`, 'client/src/features/provision/copyToken.ts'), []);
    });
  }

  const imports: readonly string[] = [
    "import { window } from 'vscode';",
    "import { window as place } from 'vscode';",
    "import vscode from 'vscode';",
    "import * as code from 'vscode';",
    "import vscode = require('vscode');",
    "const code = require('vscode');",
    "const code = await import('vscode');",
    "export * from 'vscode';",
    "export { window } from 'vscode';",
  ];
  for (const text of imports) {
    it(`refuse another name for it: ${text}`, () => {
      assert.notDeepEqual(problems(text, 'client/src/features/provision/copyToken.ts'), []);
    });
  }

  it('let by what shows nothing', () => {
    const texts = [
      'vscode.window.activeTextEditor?.document;',
      'void vscode.window.showTextDocument(document);',
      'new vscode.Range(0, 0, 0, 0);',
      'uri instanceof vscode.Uri && vscode.Uri.parse(uri);',
      'const typed: vscode.MarkdownString | undefined = undefined;',
      'vscode.workspace.getConfiguration().get("x");',
    ];
    assert.deepEqual(problems([vscode, ...texts].join('\n'), 'client/src/features/provision/copyToken.ts'), []);
    assert.deepEqual(problems("import type { Uri } from 'vscode';", 'client/src/features/provision/copyToken.ts'), []);
  });

  it('hold in the folder of the edge, too, but for the two files that are it', () => {
    const text = `${vscode}\nvscode.window.showErrorMessage('x');`;
    assert.notDeepEqual(problems(text, 'client/src/vscode/windowBrowser.ts'), []);
    assert.deepEqual(problems(text, 'client/src/vscode/windowUi.ts'), []);
  });
});

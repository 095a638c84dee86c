import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { changedSettings, type SettingFacts, type WindowFacts } from '../features/support/supportText';

interface Manifest {
  readonly version: string;
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, SettingFacts>> }[] };
}

/** What support needs to know of this window. */
export function readWindowFacts({ extension }: vscode.ExtensionContext, client: LanguageClient): WindowFacts {
  const { version, contributes } = extension.packageJSON as Manifest;
  const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Readonly<
    Record<string, SettingFacts>
  >;
  const configuration = vscode.workspace.getConfiguration();
  return {
    extension: version,
    editor: vscode.version,
    platform: `${process.platform} ${process.arch}`,
    kind: vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop',
    remote: vscode.env.remoteName,
    trusted: vscode.workspace.isTrusted,
    server: State[client.state].toLowerCase(),
    settings: changedSettings(settings, (name) => configuration.get(name)),
  };
}

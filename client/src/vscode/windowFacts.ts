import * as vscode from 'vscode';
import type { LanguageServer } from './languageServer';

/** Facts about this window. */
export interface WindowFacts {
  readonly extension: string;
  readonly editor: string;
  /** Operating system and processor. */
  readonly platform: string;
  readonly kind: 'desktop' | 'web';
  /** Kind of remote, such as `ssh-remote`; undefined in a local window. */
  readonly remote?: string;
  readonly trusted: boolean;
  readonly server: string;
  /** All settings of the extension, by name. */
  readonly settings: Readonly<Record<string, SettingFacts>>;
  /** Reads the value of a setting. */
  readonly setting: (name: string) => unknown;
}

/** A setting as the manifest declares it. */
export interface SettingFacts {
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  /** The properties that an object may have. */
  readonly properties?: Readonly<Record<string, SettingFacts>>;
}

interface Manifest {
  readonly version: string;
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, SettingFacts>> } };
}

/** Reads what support needs to know about this window. */
export function readWindowFacts({ extension }: vscode.ExtensionContext, server: LanguageServer): WindowFacts {
  const { version, contributes } = extension.packageJSON as Manifest;
  const configuration = vscode.workspace.getConfiguration();
  return {
    extension: version,
    editor: vscode.version,
    platform: `${process.platform} ${process.arch}`,
    kind: vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop',
    remote: vscode.env.remoteName,
    trusted: vscode.workspace.isTrusted,
    server: server.state(),
    settings: contributes.configuration.properties,
    setting: (name) => configuration.get(name),
  };
}

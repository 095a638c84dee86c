import { settings } from '../../../common/src/protocol/settings';
import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import { isCurlLanguage } from '../documents/scriptDocument';
import { readSeverityOverrides, type SeverityOverrides } from '../problems/severities';

/** The document that settings are requested for. */
interface SomeDocument {
  readonly uri: string;
  readonly languageId: string;
}

export interface Settings {
  /** Reads what the client sends with `initialize`. */
  start(client: ClientCapabilities, options: unknown): void;
  /** Registers for changes, once the client is initialized. */
  watch(): void;
  /** Reads the params of `workspace/didChangeConfiguration`. Settings are requested again from then on. */
  change(params: unknown): void;
  /** The severities that are set for a document; by its folder, where the client has settings by folder. */
  severityOverrides(uri: string | undefined): Promise<SeverityOverrides>;
  /** False for a script whose cURL commands are not to be checked. */
  serves(document: SomeDocument): Promise<boolean>;
  /** True where the cURL commands of scripts are to be checked (`initializationOptions.curl`). */
  hasScripts(): boolean;
  /** True where the client can store secrets (`initializationOptions.secretStore`). */
  keepsSecrets(): boolean;
  /** Forgets the settings of a document. */
  close(uri: string): void;
}

/**
 * Settings as a client has them: asked for by document where it answers `workspace/configuration`, else as it sends
 * them with `initialize` (`initializationOptions.diagnosticSeverityOverrides`) and `workspace/didChangeConfiguration`.
 */
export function createSettings(connection: Connection): Settings {
  let asks = false;
  let registers = false;
  let sent: SeverityOverrides = {};
  let keeps = false;
  let sentCurl = true;
  let scripts = false;
  const asked = new Map<string | undefined, Promise<SeverityOverrides>>();
  const askedCurl = new Map<string, Promise<boolean>>();

  const ask = (name: string, scopeUri: string | undefined): Promise<unknown> => {
    const item = scopeUri === undefined ? { section: name } : { section: name, scopeUri };
    return connection.workspace.getConfiguration(item).catch(() => undefined);
  };

  return {
    start(client, options) {
      asks = client.workspace?.configuration ?? false;
      registers = client.workspace?.didChangeConfiguration?.dynamicRegistration ?? false;
      sent = readSeverityOverrides(memberOf(options, 'diagnosticSeverityOverrides'));
      keeps = memberOf(options, 'secretStore') === true;
      scripts = memberOf(options, 'curl') === true;
    },
    watch() {
      if (!asks || !registers) return;
      // A client that refuses has settings all the same, as they were when first asked for.
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: [settings.severityOverrides, settings.curl] })
        .catch(() => undefined);
    },
    change(params) {
      asked.clear();
      askedCurl.clear();
      if (asks) return;
      const all = memberOf(params, 'settings');
      sent = readSeverityOverrides(settingIn(all, settings.severityOverrides));
      sentCurl = settingIn(all, settings.curl) !== false;
    },
    hasScripts: () => scripts,
    keepsSecrets: () => keeps,
    severityOverrides(uri) {
      if (!asks) return Promise.resolve(sent);
      const known = asked.get(uri) ?? ask(settings.severityOverrides, uri).then(readSeverityOverrides);
      asked.set(uri, known);
      return known;
    },
    serves({ uri, languageId }) {
      if (!isCurlLanguage(languageId)) return Promise.resolve(true);
      if (!scripts) return Promise.resolve(false);
      if (!asks) return Promise.resolve(sentCurl);
      const known = askedCurl.get(uri) ?? ask(settings.curl, uri).then((value) => value !== false);
      askedCurl.set(uri, known);
      return known;
    },
    close(uri) {
      asked.delete(uri);
      askedCurl.delete(uri);
    },
  };
}

/** Clients send settings as a tree, or each under its whole name. */
const settingIn = (all: unknown, name: string): unknown =>
  memberOf(all, name) ?? name.split('.').reduce<unknown>(memberOf, all);

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

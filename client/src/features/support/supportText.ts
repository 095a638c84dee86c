import type { Account } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import { isRequestId, type ApiFailure } from '../../../../engine/src/platform/errors';
import type { SettingFacts, WindowFacts } from '../../vscode/windowFacts';

export interface SupportFacts {
  readonly window: WindowFacts;
  readonly accounts: readonly Account[];
  readonly inUse?: Account;
  /** Whether secrets are stored for the account in use. */
  readonly hasSecrets: boolean;
  readonly failure?: ApiFailure;
  /** Whether the log contains the steps between the calls. */
  readonly hasSteps: boolean;
  /** The last lines of the log. */
  readonly lines: readonly string[];
}

/**
 * What support needs to know, as Markdown. It contains no secret and no name of a file, an account, an instance or a person:
 * only the kind and host of an account, no message of a failure, and the last part of each path in a stack trace.
 */
export function supportText({ window, accounts, inUse, hasSecrets, failure, hasSteps, lines }: SupportFacts): string {
  const { support } = messages;
  const kinds = accounts.map(describeAccount);
  const items: readonly (readonly [label: string, ...parts: string[]])[] = [
    [support.extension, window.extension],
    [support.editor, window.editor, window.platform],
    [support.window, window.kind, support.remote(window.remote)],
    [support.workspace, support.trust(window.trusted)],
    [support.server, window.server],
    [support.accounts, String(accounts.length), ...kinds],
    [support.inUse, ...(inUse === undefined ? [support.none] : [describeAccount(inUse), support.secrets(hasSecrets)])],
    [support.settings, ...orNone(changedSettings(window.settings, window.setting))],
    [support.failure, ...orNone(failure === undefined ? [] : failureParts(failure))],
  ];
  return [
    `# ${support.title}`,
    '',
    ...items.map(([label, ...parts]) => `- ${label}: ${parts.join(', ')}`),
    '',
    `## ${support.log}`,
    '',
    ...(hasSteps ? [] : [support.moreLog, '']),
    '```log',
    ...lines.map((line) => withoutNames(withoutFolders(line))),
    '```',
    '',
  ].join('\n');
}

function orNone(parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [messages.support.none] : parts;
}

function describeAccount({ kind, baseUrl }: Account): string {
  return messages.support.account(kind, new URL(baseUrl).host);
}

function failureParts({ cause, status, code, requestId }: ApiFailure): string[] {
  const id = requestId !== undefined && isRequestId(requestId) ? messages.support.requestId(requestId) : undefined;
  return [status === undefined ? undefined : String(status), cause, code, id].filter((part) => part !== undefined);
}

/** Removes folders: the folder of the extension contains the name of the user. */
function withoutFolders(line: string): string {
  return line.replace(/^(\s+at .*?)(?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()\n]*[\\/]/gm, '$1');
}

/** The fixed segments of the platform's paths. Any other segment is somebody's: an id, or the key of an element. */
const pathSegments = [
  'elements',
  'api-v2',
  'instances',
  'oauth',
  'url',
  'token',
  'organizations',
  'me',
  'ping',
  'objects',
];
const placeholders: Readonly<Record<string, string>> = { instances: '{id}', elements: '{key}' };

/** Replaces such segments with placeholders, because the key of a private element may name a customer's system. */
function withoutNames(line: string): string {
  return line.replace(/(?<= (?:GET|POST|PUT|PATCH|DELETE) )\/\S*/g, (path) =>
    path
      .split('/')
      .map((segment, index, segments) => {
        const isFixed = segment === '' || pathSegments.includes(segment);
        return isFixed ? segment : (placeholders[segments[index - 1] ?? ''] ?? '{…}');
      })
      .join('/'),
  );
}

/**
 * The settings that differ from their default. The value is included only where it is one of a few fixed values; any other
 * setting is only reported as set. The declared properties of an object are listed like settings.
 */
export function changedSettings(
  settings: Readonly<Record<string, SettingFacts>>,
  read: (name: string) => unknown,
): string[] {
  return Object.entries(settings).flatMap(([name, facts]) => changesOf(name, facts, read(name)));
}

function changesOf(
  name: string,
  { default: usual, enum: choices, properties = {} }: SettingFacts,
  value: unknown,
): string[] {
  if (JSON.stringify(value) === JSON.stringify(usual)) return [];
  const isPlain = typeof value === 'boolean' || choices?.includes(value) === true;
  const changes = Object.entries(properties).flatMap(([property, facts]) =>
    changesOf(`${name}.${property}`, facts, (value as Readonly<Record<string, unknown>> | null)?.[property]),
  );
  return changes.length > 0 ? changes : [`${name} = ${isPlain ? String(value) : messages.support.set}`];
}

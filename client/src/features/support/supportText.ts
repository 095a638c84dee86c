import type { Account } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import { isRequestId, type ApiFailure } from '../../../../engine/src/platform/errors';
import type { SettingFacts, WindowFacts } from '../../vscode/windowFacts';

export interface SupportFacts {
  readonly window: WindowFacts;
  readonly accounts: readonly Account[];
  readonly inUse?: Account;
  /** Whether the secrets of the account in use are kept. */
  readonly signedIn: boolean;
  readonly failure?: ApiFailure;
  /** Whether steps between the calls are in the log. */
  readonly hasSteps: boolean;
  /** Lines of the log. */
  readonly lines: readonly string[];
}

/**
 * What support needs to know, as Markdown. Nothing in it is secret or names a file, an account, an instance or a person:
 * of accounts it has kind and host, of a failure no words, of the frames of an error the last part of each path.
 */
export function supportText({ window, accounts, inUse, signedIn, failure, hasSteps, lines }: SupportFacts): string {
  const { support } = messages;
  const kinds = accounts.map(describeAccount);
  const items: readonly (readonly [label: string, ...parts: string[]])[] = [
    [support.extension, window.extension],
    [support.editor, window.editor, window.platform],
    [support.window, window.kind, support.remote(window.remote)],
    [support.workspace, support.trust(window.trusted)],
    [support.server, window.server],
    [support.accounts, String(accounts.length), ...kinds],
    [support.inUse, ...(inUse === undefined ? [support.none] : [describeAccount(inUse), support.signedIn(signedIn)])],
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
  return `${kind} at ${new URL(baseUrl).host}`;
}

function failureParts({ cause, status, code, requestId }: ApiFailure): string[] {
  const id = requestId !== undefined && isRequestId(requestId) ? messages.support.requestId(requestId) : undefined;
  return [status === undefined ? undefined : String(status), cause, code, id].filter((part) => part !== undefined);
}

/** The folder of the extension has the name of its user in it. */
function withoutFolders(line: string): string {
  return line.replace(/^(\s+at .*?)(?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()\n]*[\\/]/gm, '$1');
}

/** The words that the platform's paths are made of. Any other part of one is somebody's: an id, or the key of an element. */
const pathWords = 'elements api-v2 instances oauth url token organizations me ping objects'.split(' ');
const standIns: Readonly<Record<string, string>> = { instances: '{id}', elements: '{key}' };

/** A line with stand-ins in the paths of its calls: the keys of an account's own elements name its customers' systems. */
function withoutNames(line: string): string {
  return line.replace(/(?<= (?:GET|POST|PUT|PATCH|DELETE) )\/\S*/g, (path) =>
    path
      .split('/')
      .map((part, index, parts) => {
        const isWord = part === '' || pathWords.includes(part);
        return isWord ? part : (standIns[parts[index - 1] ?? ''] ?? '{…}');
      })
      .join('/'),
  );
}

/**
 * The settings that are not at their default, with the values of those that can only have one of a few; of all others it
 * says no more than that they are set. Of an object it has the properties that are declared, in the same way.
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

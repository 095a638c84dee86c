import { apiPath } from '../../../../common/src/platform/apiCall';
import { curlCommand, type Payload } from '../../../../engine/src/curl/curlCommand';
import { shellsFor, type Shell } from '../../../../common/src/shells/shells';
import { inPlainSight } from '../../../../engine/src/curl/unseen';
import { jsonWord, nameVariables, secretReferences, accountVariables } from '../../../../engine/src/curl/variables';
import * as messages from './messages';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import type { Access } from '../../../../engine/src/platform/access';
import type { EditorDocument } from '../../../../engine/src/provisioning/provisionContext';
import { Cancelled, type Choice, type Ui } from '../../../../engine/src/ui';
import type { CurlWindow } from '../../vscode/curlWindow';
import type { CheckText } from '../../vscode/languageServer';
import type { AccountFlows } from '../accounts';
import { readSubject, type Subject } from './subject';

/** What Copy as cURL needs. */
export interface CopyContext extends Pick<AccountFlows, 'requireSecrets'> {
  readonly ui: Ui;
  readonly accounts: Accounts;
  readonly check: CheckText;
  readonly curlWindow: CurlWindow;
}

/** How a command gets the request and the secrets. */
interface CopyForm {
  /** Whether the command sends the saved file, instead of containing the request. */
  readonly isFile: boolean;
  /** Whether the command contains the account's secrets, instead of variables. */
  readonly includesSecrets: boolean;
}

const title = messages.titles.copyCurl;
/** Used instead of the host where there is no account, in the style of the documentation's placeholders. */
const placeholder = '<INSERT_HOST>';

/**
 * Copy as cURL: copies a command that sends what Provision Instance would send, for a shell that a person selects. The
 * account's secrets and the file's references are environment variables. After a question, the command can contain the
 * account's secrets instead. Throws `Cancelled`, or a `UserFacingError`.
 */
export async function copyCurl(context: CopyContext, document: EditorDocument): Promise<void> {
  const { ui, curlWindow } = context;
  const subject = await readSubject(context, document);
  const { account, request, fileName, references } = subject;
  const shells = shellsFor(curlWindow.platform).map((shell) => ({ ...messages.shells[shell.id], value: shell }));
  const shell = await ui.pick(title, messages.pickShell, shells);
  const form = await pickCopyForm(context, subject);
  const access: Access = form.includesSecrets
    ? await confirmedAccess(context, subject, form)
    : { baseUrl: account?.baseUrl ?? `https://${placeholder}${apiPath}`, ...secretReferences };
  const payload: Payload =
    form.isFile && fileName !== undefined
      ? { file: fileName }
      : { json: jsonWord(request, nameVariables(shell, references)) };
  const command = curlCommand(shell, access, payload);
  if ('problem' in command) {
    const [text, detail] =
      command.problem === 'unseen'
        ? [messages.invisible, messages.invisibleDetail(command)]
        : [messages.notCopied, messages.notCopiedDetail(command.problem, fileName !== undefined && !form.isFile)];
    await ui.show({ tone: 'error', text, detail, modal: true });
    return;
  }
  await ui.copy(command.text);
  ui.flash(messages.copied);
  const hints = hintsFor(shell, subject, form);
  if (hints.length === 0) return;
  await ui.show({ tone: 'info', text: [messages.copied, ...hints].join(' ') });
}

async function pickCopyForm({ ui, accounts }: CopyContext, subject: Subject): Promise<CopyForm> {
  const { account, fileName, hasSecrets } = subject;
  const hasAccess = account !== undefined && (await accounts.hasSecrets(account));
  const choices = [false, ...(hasAccess ? [true] : [])].flatMap((includesSecrets): Choice<CopyForm>[] => {
    const text = messages.copyFormText(includesSecrets);
    const inline = { ...text.inline(hasSecrets), value: { isFile: false, includesSecrets } };
    return fileName === undefined
      ? [inline]
      : [{ ...text.file(fileName), value: { isFile: true, includesSecrets } }, inline];
  });
  const [first, ...others] = choices;
  return first !== undefined && others.length === 0 ? first.value : ui.pick(title, messages.pickCopyForm, choices);
}

/** The account's secrets, after a question. Throws `Cancelled`, or a `UserFacingError` where none are stored any more. */
async function confirmedAccess(
  { ui, requireSecrets }: CopyContext,
  subject: Subject,
  { isFile }: CopyForm,
): Promise<Access> {
  const { account, hasSecrets } = subject;
  if (account === undefined) throw new Cancelled();
  const question = {
    tone: 'warning',
    text: messages.confirmSecrets(account.label, new URL(account.baseUrl).host),
    detail: messages.confirmSecretsDetail(hasSecrets && !isFile),
    modal: true,
  } as const;
  if ((await ui.show(question, messages.buttons.includeSecrets)) === undefined) throw new Cancelled();
  return requireSecrets(account);
}

/** What a person has to know before they run the command. */
function hintsFor(shell: Shell, subject: Subject, { isFile, includesSecrets }: CopyForm): string[] {
  const { account, request, references, fileName = '', hasSecrets, signIn, elementName } = subject;
  const names = nameVariables(shell, references);
  const variables = [...(includesSecrets ? [] : accountVariables), ...names.values()];
  const renamed = references.filter(({ name, text }) => names.get(text) !== name);
  const isGarbledOnWindows = shell.id !== 'posix' && !isFile && /[^\0-\x7f]/.test(inPlainSight(request.text));
  return [
    ...(account === undefined ? [messages.noAccount(placeholder)] : []),
    ...(isFile ? [messages.folder(fileName)] : []),
    ...(variables.length === 0 ? [] : [messages.variables([...new Set(variables)])]),
    ...renamed.map(({ text }) => messages.renamed(text, names.get(text) ?? '')),
    ...(names.size === 0 ? [] : [messages.values(shell.id)]),
    ...(hasSecrets && !isFile ? [messages.secretsOfFile] : []),
    ...(signIn === undefined ? [] : [messages.signIn(elementName)]),
    ...(isGarbledOnWindows ? [messages.notAscii] : []),
  ];
}

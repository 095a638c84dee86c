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

/** How a command gets what it sends. */
interface CopyForm {
  /** Whether it sends the saved file, rather than the request inline. */
  readonly isFile: boolean;
  /** Whether the account's secrets are in it, rather than variables. */
  readonly isWrittenOut: boolean;
}

const title = messages.titles.copyCurl;
/** In place of the host, in the manner of the documentation's placeholders. */
const placeholder = '<INSERT_HOST>';

/**
 * Copy as cURL: puts the command on the clipboard that sends what Provision would, for a shell that is picked. The
 * account's secrets and the file's references are variables of the environment; the former can be written out after a
 * question. Throws `Cancelled`, or a `UserFacingError`.
 */
export async function copyCurl(context: CopyContext, source: EditorDocument): Promise<void> {
  const { ui, curlWindow } = context;
  const subject = await readSubject(context, source);
  const { account, request, fileName, references } = subject;
  const shells = shellsFor(curlWindow.platform).map((shell) => ({ ...messages.shells[shell.id], value: shell }));
  const shell = await ui.pick(title, messages.pickShell, shells);
  const form = await pickCopyForm(context, subject);
  const access: Access = form.isWrittenOut
    ? await writtenOut(context, subject, form)
    : { baseUrl: account?.baseUrl ?? `https://${placeholder}${apiPath}`, ...secretReferences };
  const payload: Payload =
    form.isFile && fileName !== undefined
      ? { file: fileName }
      : { json: jsonWord(request, nameVariables(shell, references)) };
  const command = curlCommand(shell, access, payload);
  if ('problem' in command) {
    const [text, detail] =
      command.problem === 'unseen'
        ? [messages.unseen, messages.unseenDetail(command)]
        : [messages.notCopied, messages.notCopiedDetail(command.problem, fileName !== undefined && !form.isFile)];
    await ui.show({ tone: 'error', text, detail, modal: true });
    return;
  }
  await ui.copy(command.text);
  ui.flash(messages.copied);
  const toKnow = notes(shell, subject, form);
  if (toKnow.length === 0) return;
  await ui.show({ tone: 'info', text: [messages.copied, ...toKnow].join(' ') });
}

async function pickCopyForm({ ui, accounts }: CopyContext, subject: Subject): Promise<CopyForm> {
  const { account, fileName, hasSecrets } = subject;
  const canWriteOut = account !== undefined && (await accounts.hasSecrets(account));
  const choices = [false, ...(canWriteOut ? [true] : [])].flatMap((isWrittenOut): Choice<CopyForm>[] => {
    const words = messages.copyFormText(isWrittenOut);
    const inline = { ...words.inline(hasSecrets), value: { isFile: false, isWrittenOut } };
    return fileName === undefined
      ? [inline]
      : [{ ...words.file(fileName), value: { isFile: true, isWrittenOut } }, inline];
  });
  const [first, ...others] = choices;
  return first !== undefined && others.length === 0 ? first.value : ui.pick(title, messages.pickCopyForm, choices);
}

/** The account's secrets, after a question. Throws `Cancelled`, or a `UserFacingError` where they are gone. */
async function writtenOut(
  { ui, requireSecrets }: CopyContext,
  subject: Subject,
  { isFile }: CopyForm,
): Promise<Access> {
  const { account, hasSecrets } = subject;
  if (account === undefined) throw new Cancelled();
  const question = {
    tone: 'warning',
    text: messages.confirmWrittenOut(account.label, new URL(account.baseUrl).host),
    detail: messages.confirmWrittenOutDetail(hasSecrets && !isFile),
    modal: true,
  } as const;
  if ((await ui.show(question, messages.buttons.writeOut)) === undefined) throw new Cancelled();
  return requireSecrets(account);
}

/** What a person has to know before they run the command. */
function notes(shell: Shell, subject: Subject, { isFile, isWrittenOut }: CopyForm): string[] {
  const { account, request, references, fileName = '', hasSecrets, signIn, elementName } = subject;
  const names = nameVariables(shell, references);
  const variables = [...(isWrittenOut ? [] : accountVariables), ...names.values()];
  const renamed = references.filter(({ name, text }) => names.get(text) !== name);
  const isOddOnWindows = shell.id !== 'posix' && !isFile && /[^\0-\x7f]/.test(inPlainSight(request.text));
  return [
    ...(account === undefined ? [messages.noAccount(placeholder)] : []),
    ...(isFile ? [messages.folder(fileName)] : []),
    ...(variables.length === 0 ? [] : [messages.variables([...new Set(variables)])]),
    ...renamed.map(({ text }) => messages.renamed(text, names.get(text) ?? '')),
    ...(names.size === 0 ? [] : [messages.values(shell.id)]),
    ...(hasSecrets && !isFile ? [messages.secretsOfFile] : []),
    ...(signIn === undefined ? [] : [messages.signIn(elementName)]),
    ...(isOddOnWindows ? [messages.notAscii] : []),
  ];
}

import type { ReadCurl } from '../../../../common/src/protocol/curl';
import * as messages from './messages';
import { UserFacingError, type Ui } from '../../../../engine/src/ui';
import type { CurlWindow } from '../../vscode/curlWindow';
import type { AccountFlows } from '../accounts';

/** What Create from cURL needs. */
export interface CreateContext extends Pick<AccountFlows, 'offerToAddAccount'> {
  readonly ui: Ui;
  readonly curlWindow: CurlWindow;
  /** Has the language server read a cURL command; null where the text contains none. Rejects where it does not answer. */
  readonly readCurl: (text: string) => Promise<ReadCurl | null>;
}

/**
 * Create from cURL: opens an instance file with the request of a command, then offers to store the secrets of the command.
 * It reads the command from the selection, otherwise from the clipboard, otherwise it asks for one. It does not run the
 * command. Throws `Cancelled`, or a `UserFacingError`.
 */
export async function createFromCurl(context: CreateContext): Promise<void> {
  const command = await findCommand(context);
  const problem = await openRequest(context, command);
  try {
    await context.offerToAddAccount(messages.titles.createFromCurl, command);
  } finally {
    if (problem !== undefined) await context.ui.show({ tone: 'warning', text: problem });
  }
}

/** Opens what a command sends, or says why it cannot. */
async function openRequest({ curlWindow }: CreateContext, { body, file }: ReadCurl): Promise<string | undefined> {
  if (body !== undefined) {
    await curlWindow.openInstance(body);
    return undefined;
  }
  if (file === undefined) return messages.withoutBody;
  const problem = await curlWindow.openFile(file);
  if (problem === undefined) return undefined;
  return 'refused' in problem
    ? messages.fileRefused(file, problem.refused)
    : messages.fileNotFound(file, problem.notFound);
}

async function findCommand({ ui, curlWindow, readCurl }: CreateContext): Promise<ReadCurl> {
  const read = (text: string) =>
    readCurl(text).catch(() => {
      throw new UserFacingError(messages.serverDown);
    });
  const selected = curlWindow.selection();
  if (selected.trim() !== '') {
    const command = await read(selected);
    if (command === null) throw new UserFacingError(messages.noneSelected);
    return command;
  }
  const copied = await curlWindow.clipboard();
  // A clipboard may contain anything, so only a text that mentions curl goes to the server.
  const onClipboard = /\bcurl\b/i.test(copied) ? await read(copied) : null;
  if (onClipboard !== null) return onClipboard;
  const typed = await read(
    await ui.ask({
      title: messages.titles.createFromCurl,
      prompt: messages.askCommand,
      placeHolder: messages.commandExample,
      validate: (text) => (text.trim() === '' ? messages.commandEmpty : undefined),
    }),
  );
  if (typed === null) throw new UserFacingError(messages.noneTyped);
  return typed;
}

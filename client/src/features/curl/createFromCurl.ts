import type { ReadCurl } from '../../../../common/src/protocol/curl';
import * as messages from '../../../../engine/src/messages';
import { Refusal } from '../../../../engine/src/ui';
import type { AccountServices, Services } from '../../commands/context';
import { offerToKeep } from './offerToKeep';

type CreateServices = AccountServices & Pick<Services, 'curlWindow' | 'readCurl'>;

/**
 * Create from cURL: opens an instance file with the request of a command, which is the selected one, else that on the
 * clipboard, else one that is asked for; then offers to keep its secrets. Runs nothing. Throws `Cancelled`, or a `Refusal`.
 */
export async function createFromCurl(services: CreateServices): Promise<void> {
  const command = await findCommand(services);
  const trouble = await openRequest(services, command);
  try {
    await offerToKeep(services, command);
  } finally {
    if (trouble !== undefined) await services.ui.tell({ tone: 'warning', text: trouble });
  }
}

/** Opens what a command sends, or says why that cannot be. */
async function openRequest({ curlWindow }: CreateServices, { body, file }: ReadCurl): Promise<string | undefined> {
  if (body !== undefined) {
    await curlWindow.openInstance(body);
    return undefined;
  }
  if (file === undefined) return messages.curlWithoutBody;
  const trouble = await curlWindow.openFile(file);
  if (trouble === undefined) return undefined;
  return 'refused' in trouble
    ? messages.curlFileRefused(file, trouble.refused)
    : messages.curlFileNotFound(file, trouble.notAt);
}

async function findCommand({ ui, curlWindow, readCurl }: CreateServices): Promise<ReadCurl> {
  const read = (text: string) =>
    readCurl(text).catch(() => {
      throw new Refusal(messages.serverDownForCurl);
    });
  const selected = curlWindow.selection();
  if (selected.trim() !== '') {
    const command = await read(selected);
    if (command === null) throw new Refusal(messages.noCurlSelected);
    return command;
  }
  const copied = await curlWindow.clipboard();
  // Anything may be on a clipboard: what is no command is nobody's business.
  const onClipboard = /\bcurl\b/i.test(copied) ? await read(copied) : null;
  if (onClipboard !== null) return onClipboard;
  const typed = await read(
    await ui.ask({
      title: messages.titles.createFromCurl,
      prompt: messages.askCurl,
      placeHolder: messages.curlPlace,
      validate: (text) => (text.trim() === '' ? messages.askCurl : undefined),
    }),
  );
  if (typed === null) throw new Refusal(messages.noCurlTyped);
  return typed;
}

import { referencesIn, isReferenceName } from '../../../../common/src/text/references';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { fileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import { askFileSecret, fileSecretEmpty } from '../../../../engine/src/provisioning/request/messages';
import * as messages from './messages';
import { UserFacingError, type Choice } from '../../../../engine/src/ui';
import type { KeepContext } from './secretContext';
import { fileElement } from './fileElement';

const title = messages.titles.setSecret;

/**
 * Set Secret: keeps the value of a `${secret:NAME}` for the account in use and the element of the file in front, else one
 * that is picked. The names in the file come first.
 */
export async function setSecret(context: KeepContext): Promise<void> {
  const { ui, check, documents, fileSecrets, requireAccount, requireStillThere, pickElement } = context;
  const account = await requireAccount();
  const file = documents.front();
  const own = file && (await fileElement(check, file));
  const element = own ?? (await pickElement(title));
  const name = await pickName(context, account, element, own === undefined ? '' : (file?.text() ?? ''));
  const value = await ui.ask({
    title,
    prompt: askFileSecret(messages.secretReference(name), element.name, account.label),
    password: true,
    validate: (typed) => (typed === '' ? fileSecretEmpty : undefined),
  });
  // Of an account that is gone, nobody could remove it any more.
  requireStillThere(account);
  await fileSecrets.store(fileSecretEntry(account, element.key, name), value).catch(() => {
    throw new UserFacingError(messages.secretNotStored);
  });
  ui.flash(messages.secretStored(name, element.name, account.label));
}

async function pickName(
  { ui, fileSecrets }: KeepContext,
  account: Account,
  element: { readonly key: string; readonly name: string },
  text: string,
): Promise<string> {
  const { accountId, origin } = fileSecretEntry(account, element.key, '');
  const kept = fileSecrets
    .list()
    .filter((entry) => entry.accountId === accountId && entry.origin === origin && entry.elementKey === element.key)
    .map(({ name }) => name);
  const referred = referencesIn(text).flatMap(({ store, name }) => (store === 'secret' ? [name] : []));
  const choices = [...new Set([...referred, ...kept])].map((name): Choice<string | undefined> => {
    const description = kept.includes(name) ? messages.hasValue : messages.hasNoValue;
    return { label: name, description, detail: referred.includes(name) ? undefined : messages.notInFile, value: name };
  });
  const other = { label: messages.anotherName, icon: 'add' as const, value: undefined };
  const picked =
    choices.length === 0
      ? undefined
      : await ui.pick(title, messages.pickSecretFor(element.name, account.label), [...choices, other]);
  if (picked !== undefined) return picked;
  return ui.ask({
    title,
    prompt: messages.askSecretName,
    placeHolder: messages.secretNameExample,
    validate: (typed) => (isReferenceName(typed) ? undefined : messages.secretNameWrong),
  });
}

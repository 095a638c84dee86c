import { referencesIn, isReferenceName } from '../../../../common/src/text/references';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { fileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import { askFileSecret, fileSecretEmpty } from '../../../../engine/src/provisioning/request/messages';
import * as messages from './messages';
import { UserFacingError, type Choice } from '../../../../engine/src/ui';
import type { StoreSecretContext } from './secretContext';
import { secretReference } from './secretReference';
import { fileElement } from './fileElement';

const title = messages.titles.setSecret;

/**
 * Set Secret: stores the value of a `${secret:NAME}` for the account in use and the element of the active file. Without an
 * element in an active file, a person selects one. Names in the file are listed first. Throws `Cancelled`, or a
 * `UserFacingError`.
 */
export async function setSecret(context: StoreSecretContext): Promise<void> {
  const { ui, check, documents, fileSecrets, requireAccount, requireExistingAccount, pickElement } = context;
  const account = await requireAccount();
  const file = documents.active();
  const fileOwn = file && (await fileElement(check, file));
  const element = fileOwn ?? (await pickElement(title));
  const name = await pickName(context, account, element, fileOwn === undefined ? '' : (file?.text() ?? ''));
  const value = await ui.ask({
    title,
    prompt: askFileSecret(secretReference(name), element.name, account.label),
    password: true,
    validate: (typed) => (typed === '' ? fileSecretEmpty : undefined),
  });
  // A secret of an account that no longer exists could not be removed.
  requireExistingAccount(account);
  await fileSecrets.store(fileSecretEntry(account, element.key, name), value).catch(() => {
    throw new UserFacingError(messages.secretNotStored);
  });
  ui.flash(messages.secretStored(name, element.name, account.label));
}

async function pickName(
  { ui, fileSecrets }: StoreSecretContext,
  account: Account,
  element: { readonly key: string; readonly name: string },
  text: string,
): Promise<string> {
  const { accountId, origin } = fileSecretEntry(account, element.key, '');
  const stored = fileSecrets
    .list()
    .filter((entry) => entry.accountId === accountId && entry.origin === origin && entry.elementKey === element.key)
    .map(({ name }) => name);
  const referred = referencesIn(text).flatMap(({ store, name }) => (store === 'secret' ? [name] : []));
  const choices = [...new Set([...referred, ...stored])].map((name): Choice<string | undefined> => {
    const description = stored.includes(name) ? messages.hasValue : messages.hasNoValue;
    return { label: name, description, detail: referred.includes(name) ? undefined : messages.notInFile, value: name };
  });
  const otherChoice = { label: messages.otherName, icon: 'add' as const, value: undefined };
  const selected =
    choices.length === 0
      ? undefined
      : await ui.pick(title, messages.pickSecretFor(element.name, account.label), [...choices, otherChoice]);
  if (selected !== undefined) return selected;
  return ui.ask({
    title,
    prompt: messages.askSecretName,
    placeHolder: messages.secretNameExample,
    validate: (typed) => (isReferenceName(typed) ? undefined : messages.secretNameInvalid),
  });
}

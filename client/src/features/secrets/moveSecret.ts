import { isReferenceName } from '../../../../common/src/text/references';
import type { MoveSecretParams } from '../../../../common/src/protocol/secrets';
import { hostOf, type Account } from '../../../../engine/src/accounts/accounts';
import { fileSecretEntry, type FileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import * as messages from './messages';
import { isObject, parseJson } from '../../../../common/src/json/jsonValue';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import { fileElement } from './fileElement';
import type { StoreSecretContext } from './secretContext';
import { secretReference } from './secretReference';

/**
 * Moves a secret from a file into the secret storage, and replaces it with `${secret:NAME}`. A quick fix of the language server
 * runs this command. The secret is stored before the file changes, so that no failure loses it. Throws `Cancelled`, or a
 * `UserFacingError`.
 */
export async function moveSecret(context: StoreSecretContext, argument: unknown): Promise<void> {
  const { ui, check, documents, fileSecrets, requireAccount, requireExistingAccount } = context;
  if (!isMoveSecret(argument)) throw new UserFacingError(messages.moveByQuickFix);
  const { uri, range, version, name: proposed } = argument;
  const document = documents.find(uri);
  if (document?.version() !== version) throw new UserFacingError(messages.fileChanged);
  const value = parseJson(document.text(range));
  if (typeof value !== 'string' || value === '') throw new UserFacingError(messages.noSecretThere);
  const element = await fileElement(check, document);
  if (element === undefined) throw new UserFacingError(messages.secretWithoutElement);

  const account = await requireAccount();
  const name = await selectName(context, account, fileSecretEntry(account, element.key, proposed), value);
  // The file may have changed while a question was open.
  if (document.version() !== version) throw new UserFacingError(messages.fileChanged);
  requireExistingAccount(account);
  await fileSecrets.store(fileSecretEntry(account, element.key, name), value).catch(() => {
    throw new UserFacingError(messages.secretNotMoved);
  });
  const reference = secretReference(name);
  const isMoved = await document.replace(range, JSON.stringify(reference));
  if (!isMoved) throw new UserFacingError(messages.secretStoredOnly(reference));
  ui.flash(messages.secretStored(name, element.name, account.label));
}

/** The name to store a value under: the proposed one, or a free one where a person keeps another value of that name. */
async function selectName(
  { ui, fileSecrets }: StoreSecretContext,
  account: Account,
  entry: FileSecretEntry,
  value: string,
): Promise<string> {
  const read = (name: string) =>
    fileSecrets.read({ ...entry, name }).catch(() => {
      throw new UserFacingError(messages.secretNotMoved);
    });
  const { name } = entry;
  const isFree = (stored: string | undefined) => stored === undefined || stored === value;
  if (isFree(await read(name))) return name;
  let free = name;
  for (let count = 2; free === name || !isFree(await read(free)); count++) free = `${name}_${count}`;
  const { replaceValue } = messages.buttons;
  const useFree = messages.useName(free);
  const notice = {
    tone: 'warning',
    text: messages.confirmReplaceSecret(account.label, hostOf(account)),
    detail: messages.confirmReplaceSecretDetail(name, entry.elementKey),
    modal: true,
  } as const;
  const pressed = await ui.show(notice, useFree, replaceValue);
  if (pressed === undefined) throw new Cancelled();
  return pressed === replaceValue ? name : free;
}

function isMoveSecret(value: unknown): value is MoveSecretParams {
  if (!isObject(value)) return false;
  const { uri, range, version, name } = value;
  const isRange = isObject(range) && [range['start'], range['end']].every(isPosition);
  return (
    typeof uri === 'string' &&
    isRange &&
    typeof version === 'number' &&
    typeof name === 'string' &&
    isReferenceName(name)
  );
}

function isPosition(value: unknown): boolean {
  return isObject(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

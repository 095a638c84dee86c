import { isReferenceName } from '../../../../common/src/text/references';
import type { MoveSecretParams } from '../../../../common/src/protocol/secrets';
import { hostOf, type Account } from '../../../../engine/src/accounts/accounts';
import { fileSecretEntry, type FileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import * as messages from './messages';
import { isObject, parseJson } from '../../../../common/src/json/jsonValue';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import { fileElement } from './fileElement';
import type { KeepContext } from './secretContext';

/**
 * Moves a secret that is written in a file into the secret storage, and leaves `${secret:NAME}` in its place; the quick
 * fix of the language server runs it. It is kept first: whatever fails after that, nothing is lost.
 */
export async function moveSecret(context: KeepContext, argument: unknown): Promise<void> {
  const { ui, check, documents, fileSecrets, requireAccount, requireStillThere } = context;
  if (!isMove(argument)) throw new UserFacingError(messages.moveByQuickFix);
  const { uri, range, version, name: proposed } = argument;
  const document = documents.find(uri);
  if (document?.version() !== version) throw new UserFacingError(messages.fileChanged);
  const value = parseJson(document.text(range));
  if (typeof value !== 'string' || value === '') throw new UserFacingError(messages.noSecretThere);
  const element = await fileElement(check, document);
  if (element === undefined) throw new UserFacingError(messages.secretWithoutElement);

  const account = await requireAccount();
  const name = await settleName(context, account, fileSecretEntry(account, element.key, proposed), value);
  // A question may have stayed open for long.
  if (document.version() !== version) throw new UserFacingError(messages.fileChanged);
  requireStillThere(account);
  await fileSecrets.store(fileSecretEntry(account, element.key, name), value).catch(() => {
    throw new UserFacingError(messages.secretNotMoved);
  });
  const reference = messages.secretReference(name);
  const isMoved = await document.replace(range, JSON.stringify(reference));
  if (!isMoved) throw new UserFacingError(messages.secretStoredOnly(reference));
  ui.flash(messages.secretStored(name, element.name, account.label));
}

/** The name to keep a value under: as proposed, unless that has another value that a person wants to keep. */
async function settleName(
  { ui, fileSecrets }: KeepContext,
  account: Account,
  entry: FileSecretEntry,
  value: string,
): Promise<string> {
  const read = (name: string) =>
    fileSecrets.read({ ...entry, name }).catch(() => {
      throw new UserFacingError(messages.secretNotMoved);
    });
  const { name } = entry;
  const isFree = (kept: string | undefined) => kept === undefined || kept === value;
  if (isFree(await read(name))) return name;
  let free = name;
  for (let count = 2; free === name || !isFree(await read(free)); count++) free = `${name}_${count}`;
  const { replaceSecret } = messages.buttons;
  const useFree = messages.useName(free);
  const notice = {
    tone: 'warning',
    text: messages.secretTaken(account.label, hostOf(account)),
    detail: messages.secretTakenDetail(name, entry.elementKey),
    modal: true,
  } as const;
  const pressed = await ui.show(notice, useFree, replaceSecret);
  if (pressed === undefined) throw new Cancelled();
  return pressed === replaceSecret ? name : free;
}

function isMove(value: unknown): value is MoveSecretParams {
  if (!isObject(value)) return false;
  const { uri, range, version, name } = value;
  const isPlace = isObject(range) && [range['start'], range['end']].every(isPosition);
  return (
    typeof uri === 'string' &&
    isPlace &&
    typeof version === 'number' &&
    typeof name === 'string' &&
    isReferenceName(name)
  );
}

function isPosition(value: unknown): boolean {
  return isObject(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

import { hostWord, inert, quote, word } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';
import { accountName, elementLine, elementWord } from '../../../../engine/src/messages/names';
import { secretReference } from './secretReference';

export const titles = {
  deleteSecret: t('Delete Secret'),
  listSecrets: t('List Secrets'),
  setSecret: t('Set Secret'),
};

export const buttons = { deleteSecret: t('Delete Secret'), replaceValue: t('Replace Value') };

export const pickSecretFor = (element: string, account: string) =>
  t('Select the secret for {element} and {account}', { element: elementWord(element), account: accountName(account) });
export const pickSecret = t("Select a secret. The values aren't shown.");
export const hasValue = t('has a value');
export const hasNoValue = t('has no value yet');
export const notInFile = t('not in this file');
export const otherName = t('Other Name…');
export const askSecretName = t('Enter the name of the secret: NAME in ${secret:NAME}');
export const secretNameExample = t('HELPSCOUT_PASSWORD');
export const secretNameInvalid = t('Use letters, digits, "_", "-", and ".", and start with a letter or "_".');
export const secretNotStored = t("Couldn't store the secret because VS Code's secret storage failed.");
export const secretStored = (name: string, element: string, account: string) =>
  t('Stored {reference} for {element} and {account}.', {
    reference: word(secretReference(name)),
    element: elementWord(element),
    account: accountName(account),
  });

export const noFileSecrets = (account: string) =>
  t('No secrets of files are stored for {account}. Set Secret stores one, and so does Provision Instance.', {
    account,
  });
export const referenceCopied = (reference: string) => t('Copied {reference}', { reference: word(reference) });
export const confirmDeleteSecret = (account: string, host: string) =>
  t('Delete a secret stored for {account} at {host}?', { account: accountName(account), host: hostWord(host) });
const secretLine = (name: string) => t('Secret: {name}', { name: quote(name) });
export const confirmDeleteSecretDetail = (name: string, elementKey: string) => [
  secretLine(name),
  elementLine(elementKey),
  t('Provision Instance asks for it again when a file refers to it.'),
];
export const secretDeleted = (name: string) => t('Deleted the secret {name}.', { name: word(name) });

export const moveByQuickFix = t('Use the quick fix on the secret in the file to run this command.');
export const fileChanged = t('The file has changed in the meantime, so nothing was moved. Run the quick fix again.');
export const noSecretThere = t("There's no string in quotes here, so nothing was moved. Fix the file first.");
export const secretWithoutElement = t(
  'The file has no element key, and a secret is stored for an element. Add a "key" to "element" first.',
);
export const secretNotMoved = t(
  "Couldn't store the secret because VS Code's secret storage failed. The file wasn't changed.",
);
export const secretStoredOnly = (reference: string) =>
  t(
    "The secret is stored, but the file couldn't be changed. Replace the secret with {reference}, or run the quick fix again.",
    { reference: quote(reference) },
  );
export const confirmReplaceSecret = (account: string, host: string) =>
  t('Replace the value of a secret stored for {account} at {host}?', {
    account: accountName(account),
    host: hostWord(host),
  });
export const confirmReplaceSecretDetail = (name: string, elementKey: string) => [
  secretLine(name),
  elementLine(elementKey),
  t('Another value is already stored under this name. Other files may refer to it.'),
];
export const useName = (name: string) => t('Use {name}', { name: inert(name, 50) });

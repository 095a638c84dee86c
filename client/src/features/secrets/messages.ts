import { inert, quote, word } from '../../../../common/src/text/plainText';
import { accountAt, accountName, elementLine, elementWord } from '../../../../engine/src/messages/names';

export const titles = {
  deleteSecret: 'Delete Secret',
  listSecrets: 'List Secrets',
  setSecret: 'Set Secret',
} as const;

export const buttons = { deleteSecret: 'Delete Secret', replaceSecret: 'Replace Its Value' } as const;

/** As a file refers to a secret. */
export const secretReference = (name: string) => `\${secret:${name}}`;

export const pickSecretFor = (element: string, account: string) =>
  `Which secret for ${elementWord(element)} and ${accountName(account)}?`;
export const pickSecret = 'Which secret? The values are not shown.';
export const hasValue = 'has a value';
export const hasNoValue = 'has no value yet';
export const notInFile = 'not in this file';
export const anotherName = 'Another name';
export const askSecretName = 'Name of the secret, as files write it: NAME in ${secret:NAME}';
export const secretNameExample = 'HELPSCOUT_PASSWORD';
export const secretNameWrong = 'Use letters, digits, "_", "-" and ".", and begin with a letter or "_".';
export const secretNotStored = "The secret could not be stored: VS Code's secret storage failed.";
export const secretStored = (name: string, element: string, account: string) =>
  `${word(secretReference(name))} is kept for ${elementWord(element)} and ${accountName(account)}.`;

export const noFileSecrets = (account: string) =>
  `No secret of a file is kept for ${account}. Set Secret keeps one, and so does Provision Instance.`;
export const referenceCopied = (reference: string) => `${word(reference)} is copied`;
export const confirmDeleteSecret = (account: string, host: string) =>
  `Delete a secret kept for ${accountAt(account, host)}?`;
export const confirmDeleteSecretDetail = (name: string, elementKey: string) => [
  `Secret: ${quote(name)}`,
  elementLine(elementKey),
  'Provision asks for it again where a file refers to it.',
];
export const secretDeleted = (name: string) => `The secret ${word(name)} is deleted.`;

export const moveByQuickFix = 'Run this by the quick fix on the secret in the file.';
export const fileChanged = 'The file has changed meanwhile, so nothing was moved. Run the quick fix again.';
export const noSecretThere = 'There is no text in quotes here, so nothing was moved. Mend the file first.';
export const secretWithoutElement =
  'A secret is kept for an element, and this file names none: give "element" its "key" first.';
export const secretNotMoved =
  "The secret could not be stored: VS Code's secret storage failed. The file stays as it is.";
export const secretStoredOnly = (reference: string) =>
  `The secret is kept, but the file could not be changed: write ${quote(reference)} in its place, or run the quick fix again.`;
export const secretTaken = (account: string, host: string) =>
  `Replace the value of a secret kept for ${accountAt(account, host)}?`;
export const secretTakenDetail = (name: string, elementKey: string) => [
  `Secret: ${quote(name)}`,
  elementLine(elementKey),
  'Another value is kept under this name already. Other files may refer to it.',
];
export const useName = (name: string) => `Use ${inert(name, 50)}`;

import { word, wordList } from '../../../../common/src/text/plainText';
import { accountName, elementWord } from '../../messages/names';

export const titles = { fileSecret: 'Secret of This File' } as const;

export const variablesMissing = (count: number) =>
  count === 1
    ? 'An environment variable that this file refers to is not set, so nothing was sent.'
    : `${count} environment variables that this file refers to are not set, so nothing was sent.`;
export const variablesMissingDetail = (names: readonly string[]) =>
  `Set ${wordList(names)} in the environment that VS Code is started from, then restart VS Code.`;
export const askFileSecret = (reference: string, element: string, account: string) =>
  `Value of ${word(reference)} for ${elementWord(element)}. It is kept in the secret storage for ${accountName(account)}.`;
export const fileSecretEmpty = 'Paste the secret.';
export const fileSecretNotStored = "The secret could not be stored: VS Code's secret storage failed. Nothing was sent.";

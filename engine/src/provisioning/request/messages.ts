import { word, wordList } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';
import { accountName, elementWord } from '../../messages/names';

export const titles = { fileSecret: t('Secret for This File') } as const;

export const variablesMissing = (count: number) =>
  count === 1
    ? t("This file refers to an environment variable that isn't set, so nothing was sent.")
    : t("This file refers to {count} environment variables that aren't set, so nothing was sent.", { count });
export const variablesMissingDetail = (names: readonly string[]) =>
  t('Set {names} in the environment that VS Code is started from, then restart VS Code.', { names: wordList(names) });
export const askFileSecret = (reference: string, element: string, account: string) =>
  t('Enter the value of {reference} for {element}, to store it in secret storage for {account}', {
    reference: word(reference),
    element: elementWord(element),
    account: accountName(account),
  });
export const fileSecretEmpty = t('Enter the secret.');
export const fileSecretNotStored = t(
  "Can't store the secret because VS Code's secret storage failed. Nothing was sent.",
);

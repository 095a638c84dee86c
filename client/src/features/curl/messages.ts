import { hostWord, quote, word, wordList } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';
import type { ShellId } from '../../../../common/src/shells/shells';
import type { QuoteProblem, UnseenProblem } from '../../../../common/src/shells/word';
import { accountName, elementWord } from '../../../../engine/src/messages/names';

export const titles = {
  copyCurl: t('Copy as cURL'),
  createFromCurl: t('Create from cURL'),
};

export const buttons = { includeSecrets: t('Include Secrets') };

// Copy as cURL

export const pickShell = t('Select the shell that runs the command');
export const shells: Record<ShellId, { readonly label: string; readonly description: string }> = {
  posix: { label: t('POSIX Shell'), description: t('sh, bash, zsh, and similar') },
  powershell: { label: t('PowerShell'), description: t('on Windows: PowerShell 7 and Windows PowerShell 5.1') },
  cmd: { label: t('Command Prompt'), description: t('the prompt of cmd, not a batch file') },
};
export const pickCopyForm = t('Select how the command gets the request and the secrets of the account');
/** The rows for each form of the command. `includesSecrets` is whether it contains the secrets of the account. */
export const copyFormText = (includesSecrets: boolean) => {
  const secrets = includesSecrets
    ? t("The account's secrets are in plain text.")
    : t("The account's secrets are variables.");
  return {
    file: (name: string) => ({
      label: includesSecrets ? t('@{file}, Secrets Included', { file: name }) : `@${name}`,
      detail: [t('Sends the file as saved.'), secrets].join(' '),
    }),
    inline: (hasSecrets: boolean) => ({
      label: includesSecrets ? t('Inline, Secrets Included') : t('Inline'),
      detail: [
        hasSecrets ? t("Contains the request, with the file's secrets.") : t('Contains the request.'),
        secrets,
      ].join(' '),
    }),
  };
};

export const confirmSecrets = (account: string, host: string) =>
  t('Include the two secrets of {account} for {host} in the command?', {
    account: accountName(account),
    host: hostWord(host),
  });
export const confirmSecretsDetail = (hasFileSecrets: boolean) => [
  t('Anyone who can read the clipboard, the terminal, or the shell history can use the account.'),
  ...(hasFileSecrets ? ['', secretsOfFile] : []),
];
export const secretsOfFile = t('The command also contains the secrets in the file.');

export const copied = t('Copied the cURL command to the clipboard.');
export const noAccount = (placeholder: string) =>
  t('No account is in use, so replace {placeholder} with the host of your account.', { placeholder });
export const variables = (names: readonly string[]) =>
  t('Set {names} in the environment of the shell before you run the command.', { names: wordList(names) });
export const renamed = (reference: string, name: string) =>
  t('The variable for {reference} is {name}.', { reference: word(reference), name: word(name) });
/** A value ends up in JSON and, on Windows, also in an argument of a command line. */
export const values = (id: ShellId) =>
  id === 'posix'
    ? t('JSON-escape values that contain a double quote or a backslash.')
    : t("The values of these variables can't contain double quotes or backslashes.");
export const folder = (name: string) => t('Run the command in the folder of {file}.', { file: quote(name) });
export const signIn = (element: string) =>
  t(
    '{element} requires a sign-in on its provider\'s page. Add what the sign-in returns, such as the code, as "providerData". Provision Instance does this for you.',
    { element: elementWord(element) },
  );
export const referenceAsElement = t(
  'The element key is a reference, so nothing was copied. Enter the key literally, because it determines how the request is checked.',
);
export const notAscii = t(
  'If non-ASCII characters arrive garbled, your version of curl is too old. Save the file and send it with @.',
);

const quoteProblems: Record<QuoteProblem, string> = {
  nul: t("A command can't contain a NUL character."),
  'line-break': t("A command for this shell can't contain line breaks."),
  'space-in-quotes': t('The versions of PowerShell would split the command at different positions.'),
  'backslash-at-end': t('The versions of PowerShell would read the last backslash differently.'),
  'too-long': t('The command would be longer than this shell allows.'),
};
export const notCopied = t("This command can't be written for this shell, so nothing was copied.");
export const notCopiedDetail = (problem: QuoteProblem, canSendFile: boolean) => [
  quoteProblems[problem],
  '',
  canSendFile
    ? t('Run Copy as cURL again, and let the command send the file with @.')
    : t(
        'Select another shell, or let the command send the file with @. The file must be saved and have no references and no "$schema".',
      ),
];

export const invisible = t(
  'The command contains an invisible character that a terminal would act on, so nothing was copied.',
);
export const invisibleDetail = ({ character, place }: UnseenProblem) =>
  place === 'file'
    ? t(
        'The name of the file contains {character}, which is invisible. Rename the file, or run Copy as cURL again and select Inline.',
        { character },
      )
    : t(
        'The secrets or the base URL of the account contain {character}, which is invisible. Enter the secrets again with Cloud Elements: Edit Account.',
        { character },
      );

// Create from cURL

export const askCommand = t('Enter a cURL command that creates an instance');
export const commandExample = t("curl -X POST … -d '{ … }' https://…/elements/api-v2/instances");
export const commandEmpty = t('Enter a cURL command.');
export const noneSelected = t(
  'The selection contains no cURL command that calls the platform. Select the entire command, starting with curl.',
);
export const noneTyped = t(
  "This isn't a cURL command that calls the platform. It must contain an address with /elements/api-v2/ in it, or one that ends with /instances.",
);
export const serverDown = t("Couldn't read the command because the language server isn't running.");
export const withoutBody = t('The command contains no request and sends no file. Option -d is missing.');
export const fileNotFound = (name: string, paths: readonly string[]) =>
  paths.length === 0
    ? t('The command sends {file}, but no folder is open to look for it. Open its folder, and run the command again.', {
        file: quote(name),
      })
    : t("The command sends {file}, which doesn't exist. Looked for {paths}.", {
        file: quote(name),
        paths: wordList(paths, 3),
      });

/** A command may be a stranger's text, so it opens only files in the open folders. */
export const fileRefused = (name: string, why: 'host' | 'outside') =>
  why === 'host'
    ? t(
        "The command sends {file}, which is on another computer. The file wasn't opened, because that would connect to the computer.",
        { file: quote(name) },
      )
    : t(
        "The command sends {file}, which is outside the open folders. The file wasn't opened. Open it yourself if you want to use it.",
        { file: quote(name) },
      );

// Files that commands in scripts send

export const noSuchFile = (path: string): string =>
  t("The file {file} doesn't exist next to this one. cURL looks for it in the folder that the command runs in.", {
    file: quote(path, 100),
  });

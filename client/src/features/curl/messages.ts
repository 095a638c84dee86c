import { hostWord, quote, word, wordList } from '../../../../common/src/text/plainText';
import type { ShellId } from '../../../../common/src/shells/shells';
import type { QuoteProblem, UnseenProblem } from '../../../../common/src/shells/word';
import { accountName, elementWord } from '../../../../engine/src/messages/names';

export const titles = {
  copyCurl: 'Copy as cURL',
  createFromCurl: 'Create from cURL',
} as const;

export const buttons = { writeOut: 'Write Them Out' } as const;

// Copy as cURL

export const pickShell = 'Which shell is the command for?';
export const shells: Record<ShellId, { readonly label: string; readonly description: string }> = {
  posix: { label: 'POSIX Shell', description: 'sh, bash, zsh and their like' },
  powershell: { label: 'PowerShell', description: 'on Windows: 7, and Windows PowerShell 5.1' },
  cmd: { label: 'Command Prompt', description: 'the prompt of cmd, not a batch file' },
};
export const pickCopyForm = 'How does the command get the request, and the secrets of the account?';
/** The texts of the choices of a copy form; `isWrittenOut` is whether the account's secrets are written into the command. */
export const copyFormText = (isWrittenOut: boolean) => {
  const label = (way: string) => (isWrittenOut ? `${way}, Secrets Written Out` : way);
  const secrets = isWrittenOut ? "the account's secrets are written out" : "the account's secrets are variables";
  return {
    file: (name: string) => ({ label: label(`@${name}`), detail: `Sends the file as it is saved; ${secrets}` }),
    inline: (hasSecrets: boolean) => ({
      label: label('Inline'),
      detail: `Has the request in it${hasSecrets ? ", with the file's secrets" : ''}; ${secrets}`,
    }),
  };
};

export const confirmWrittenOut = (account: string, host: string) =>
  `Write the two secrets of ${accountName(account)} for ${hostWord(host)} into the command?`;
export const confirmWrittenOutDetail = (inFile: boolean) => [
  'Whoever reads the clipboard, the terminal or the history of its shell can use the account.',
  ...(inFile ? ['', secretsOfFile] : []),
];
export const secretsOfFile = 'The secrets that stand in the file are in the command, too.';

export const copied = 'The cURL command is on the clipboard.';
export const noAccount = (placeholder: string) =>
  `No account is in use, so put the host of yours in place of ${placeholder}.`;
export const variables = (names: readonly string[]) =>
  `Set ${wordList(names)} in the environment of the shell before you run it.`;
export const renamed = (reference: string, name: string) => `${word(name)} stands for ${word(reference)}.`;
/** The value comes to stand in JSON, and on Windows in the words of a command line besides. */
export const values = (id: ShellId) =>
  id === 'posix'
    ? 'A value with a double quote or a backslash has to be set as JSON spells it.'
    : 'Their values must have no double quote and no backslash in them.';
export const folder = (name: string) => `Run it in the folder of ${quote(name)}.`;
export const signIn = (element: string) =>
  `${elementWord(element)} signs in on its provider's page: add what that brings as "providerData", such as the code. Provision does so by itself.`;
export const referenceAsElement =
  'The key of the element is a reference, so nothing was copied. Write the key itself: what is checked goes by it.';
export const notAscii =
  'If characters beyond ASCII arrive wrong, your curl is an old one: save the file and send it with @.';

const quoteProblems: Record<QuoteProblem, string> = {
  nul: 'There is a NUL character in it, which no command can hold.',
  'line-break': 'A command of this shell has no line breaks.',
  'space-in-quotes': 'The versions of PowerShell would split it at different places.',
  'backslash-at-end': 'The versions of PowerShell read its last backslash differently.',
  'too-long': 'The command would be longer than this shell takes.',
};
export const notCopied = 'Nothing was copied: this shell cannot say that command.';
export const notCopiedDetail = (problem: QuoteProblem, canSendFile: boolean) => [
  quoteProblems[problem],
  '',
  canSendFile
    ? 'Run this again, and let the command send the file with @.'
    : 'Choose another shell, or let the command send the file with @: that can be where it is saved, and has no references and no "$schema".',
];

export const unseen = 'Nothing was copied: a terminal would act on a character in that command.';
export const unseenDetail = ({ character, place }: UnseenProblem) =>
  place === 'file'
    ? `The name of the file has ${character} in it, which cannot be seen. Rename the file, or run this again and choose Inline.`
    : `The secrets or the address of the account have ${character} in them, which cannot be seen. Enter the secrets again (Cloud Elements: Edit Account).`;

// Create from cURL

export const askCommand = 'A cURL command that creates an instance';
export const commandPlace = "curl -X POST … -d '{ … }' https://…/elements/api-v2/instances";
export const noneSelected =
  'There is no cURL command in the selection that calls the platform. Select the whole command, from curl on.';
export const noneTyped =
  'This is no cURL command that calls the platform. It needs an address with /elements/api-v2/ in it, or one that ends in /instances.';
export const serverDown = 'The language server is not running, so the command could not be read.';
export const withoutBody = 'The command has no request in it, and names no file that has one: -d is missing.';
export const fileNotFound = (name: string, places: readonly string[]) =>
  places.length === 0
    ? `The command sends ${quote(name)}, and there is no folder open to look for it. Open its folder, then run this again.`
    : `The command sends ${quote(name)}, which is not there. Looked for ${wordList(places, 3)}.`;

/** A command is a stranger's text: it opens nothing that is not at hand. */
export const fileRefused = (name: string, why: 'host' | 'outside') =>
  why === 'host'
    ? `The command sends ${quote(name)}, which is on another computer. It was not opened, since that would connect to it.`
    : `The command sends ${quote(name)}, which is outside of the folders that are open. It was not opened: open it yourself if you want it.`;

// Files that commands in scripts send

export const noSuchFile = (path: string): string =>
  `There is no file ${quote(path, 100)} next to this one. cURL looks for it in the folder that the command runs in.`;

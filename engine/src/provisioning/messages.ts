import { allOf } from '../../../common/src/text/enumerate';
import { inert, word } from '../../../common/src/text/plainText';
import { t } from '../../../common/src/text/translate';
import { sharedButtons } from '../messages/buttons';
import { accountAt, accountName, elementWord } from '../messages/names';
import type { Unsendable } from './reasons';

export const buttons = {
  ...sharedButtons,
  goToProblem: t('Go to Problem'),
  provisionAnyway: t('Provision Anyway'),
  send: t('Send'),
  showRequest: t('Show Request'),
  signIn: t('Sign In'),
  signInAgain: t('Sign In Again'),
} as const;

// Before anything is sent

export const alreadyBeingProvisioned = t('This file is already being provisioned. Nothing more was sent.');
export const lockFailed = t(
  "Can't write to the storage folder of the extension, so another window could send the same file. Nothing was sent.",
);
export const recordFailed = t(
  "Can't write to the storage folder of the extension, so a request could be sent twice. Nothing was sent.",
);
export const accountGoneUnsent = (account: string) =>
  t('{account} was removed in the meantime. Nothing was sent.', { account: accountName(account) });
export const accountChanged = (account: string) =>
  t('{account} was changed in the meantime. Nothing was sent. Run Provision Instance again to send the request.', {
    account: accountName(account),
  });
export const secretsRemovedUnsent = (account: string) =>
  t(
    'The secrets of {account} were removed in the meantime. Nothing was sent. Run Provision Instance again to enter them.',
    { account: accountName(account) },
  );
export const unsendable: Record<Unsendable, string> = {
  'not-json': t("The request can't be sent because it isn't a JSON object."),
  'no-element': t('The request can\'t be sent because "element" has no "key".'),
  'odd-element': t(
    "The request can't be sent because \"element.key\" isn't a valid element key. Remove slashes, backslashes and control characters, and don't use only dots.",
  ),
};
export const cannotBeSent = (problem: string) =>
  t("The request can't be sent: {problem}", { problem: inert(problem, mostOfProblem) });

export const referenceAsElement = t('The element key is a reference, so nothing was sent.');
export const referenceAsElementDetail = t("Enter the element key literally. A reference isn't allowed here.");
/** The first line of every question before provisioning. It contains no other text. */
export const provisionWith = (account: string, host: string) =>
  t('Provision with {account}?', { account: accountAt(account, host) });
export const serverDownDetail = [
  t("The language server isn't running, so this file couldn't be checked."),
  t('The platform reports what is missing after the request is sent.'),
];
export const hasProblems = (count: number) =>
  count === 1 ? t('This file has a problem:') : t('This file has {count} problems:', { count });
/** How many UTF-16 units of a problem's message are shown. */
const mostOfProblem = 200;
/** `message` is from the language server, and may quote the file. */
export const problemLine = (line: number, message: string) =>
  t('Line {line}: {problem}', { line, problem: inert(message, mostOfProblem) });
export const moreProblems = (count: number) =>
  count === 1 ? t('One more problem') : t('{count} more problems', { count });

export const provisioning = (element: string, account: string) =>
  t('Provisioning {element} with {account}…', { element: elementWord(element), account: accountName(account) });
export const signsInAtProvider = (element: string) =>
  t("{element} requires a sign-in on its provider's page, so nothing was created yet.", {
    element: elementWord(element),
  });

// What was sent before

/** Precedes the result of searching for the instance. `time` is when the request was sent. */
export const earlierUnresolved = (account: string, time: string) =>
  t("This file was sent to {account} before ({time}), without a response. It wasn't sent again.", {
    account: accountName(account),
    time,
  });

export const alreadyProvisioned = (account: string, host: string) =>
  t('Provision again with {account}?', { account: accountAt(account, host) });
export const alreadyProvisionedDetail = (instanceId: string) => [
  t('This exact request was already provisioned with this account, as instance {id}.', { id: word(instanceId) }),
  t('Sending it again creates another instance.'),
];

// The question that shows the request

/** The first line of the question before a request is sent. Nothing in it comes from the file. */
export const sendRequest = (account: string, host: string) =>
  t('Send this request with {account}?', { account: accountAt(account, host) });
/** What happens if the person agrees, by action. */
export const requestDoes = {
  provision: (element: string) => t('This creates an instance of {element}.', { element: elementWord(element) }),
} as const;
export const sendsReferences = t('The values of these references are sent with the request:');
export const readFirst = (count: number) =>
  count === 1
    ? t(
        "The request refers to a value that isn't in the file, and is too long to show here. Select Show Request to read it and send it there.",
      )
    : t(
        "The request refers to {count} values that aren't in the file, and is too long to show here. Select Show Request to read it and send it there.",
        { count },
      );
export const yesIsRemembered = t(
  "You won't be asked again for this file and account until a name or a value in the file changes.",
);
export const productionAsks = (account: string) =>
  t('{account} is a production account. Use Edit Account to turn this question off for files without references.', {
    account: accountName(account),
  });
export const productionAlwaysAsks = (account: string) =>
  t("{account} is a production account, so you're asked every time.", { account: accountName(account) });

// The preview of a request

export const previewOf = (time: string) => t('Provision Instance sends this request, as of {time}.', { time });
export const previewRenew = t('To refresh the preview, run Preview Request on the file again.');
export const previewMask = (mask: string) =>
  t('Secrets are shown as {mask}. Everything else is shown as it is sent.', { mask });
export const previewSignIn = (element: string) =>
  t(
    '{element} requires a sign-in on its provider\'s page. Provision Instance opens that page first, and adds the result as "providerData".',
    { element: inert(element, 60) },
  );
export const previewVariables = (names: readonly string[]) =>
  names.length === 1
    ? t("Nothing is sent because this variable isn't set in the environment of VS Code: {names}", {
        names: allOf(names),
      })
    : t("Nothing is sent because these variables aren't set in the environment of VS Code: {names}", {
        names: allOf(names),
      });
export const previewSecrets = (references: readonly string[]) =>
  references.length === 1
    ? t("Provision Instance asks for this secret because it isn't stored yet: {references}", {
        references: allOf(references),
      })
    : t("Provision Instance asks for these secrets because they aren't stored yet: {references}", {
        references: allOf(references),
      });
export const previewUnchecked = t(
  "The language server isn't running, so it isn't known which entries are secret. All of them are masked.",
);
export const previewNoAccount = t('No account is in use. Provision Instance asks for one.');
/** Shown instead of the base URL. */
export const noAddress = t('(no account in use)');

// The page on which a request is read before it is sent

export const readNothingSent = t(
  'Nothing is sent until you select Send, on this page or in the message. Close this page to send nothing.',
);
export const readMask = (mask: string) =>
  t('Secrets are shown as {mask}. References are shown as they are in the file, and their values are sent.', { mask });
export const readLayout = (continuation: string) =>
  t('The layout differs from the file. A line that begins with {continuation} continues the line before it.', {
    continuation,
  });
export const sendFromPage = (account: string, host: string) =>
  t('Send with {account} at {host}', { account: inert(account, 60), host: inert(host, 100) });
/** For a message that is answered after its page has closed. `sent` is whether Send was selected on the page. */
export const requestEnded = (sent: boolean) =>
  sent
    ? t("Send was already selected on this request's page, so nothing more was sent.")
    : t("This request's page was closed or replaced, so nothing was sent. Run Provision Instance again.");

import { hostWord, inert, quote } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';
import { sharedButtons } from '../../messages/buttons';
import { sentences } from '../../messages/failures';
import { accountName, elementWord } from '../../messages/names';
import type { Obstacle } from '../reasons';

export const buttons = {
  ...sharedButtons,
  openPage: t('Open Page'),
  openPageAndPaste: t('Open Page and Paste'),
} as const;

// What is asked before the provider's page opens

export const signInTitle = (element: string) => t('Sign in to {element}', { element: elementWord(element) });
export const askForSignIn = (label: string, description: string | undefined) =>
  description === undefined ? label : `${label}. ${description}`;
/** Labels for an element that the catalog does not know, by the platform's parameter names. */
export const signInLabels: Readonly<Record<string, string>> = {
  apiKey: t('API key (client ID) of your app at the provider'),
  apiSecret: t('API secret (client secret) of your app at the provider'),
  callbackUrl: t('Callback address (redirect URI) of your app'),
};
export const notInTheFile = t('Added to the request, not to the file');
export const callbackExample = t('As registered with the provider, such as http://127.0.0.1:8089/callback');
export const valueNeeded = t('Enter a value. The sign-in requires it.');
export const addressNeeded = t('Enter a complete address, such as http://127.0.0.1:8089/callback.');
export const badCallback = (callback: string) =>
  t("oauth.callback.url isn't an address that a provider can redirect to: {callback}. Nothing was sent.", {
    callback: quote(callback, 100),
  });
export const requestingPage = (element: string) =>
  t('Requesting the sign-in page of {element}…', { element: elementWord(element) });
export const oddPageAddress = t(
  "The address of the sign-in page hides where it leads, so it wasn't opened. Nothing was created. Check the entries of the sign-in, such as siteAddress, for an @.",
);

/** The question before the page opens. The host comes first because no file can change it. */
export const openPage = (host: string, account: string) =>
  t('Open {host} to sign in, for {account}?', { host: hostWord(host), account: accountName(account) });
export const openPageDetail = (element: string) =>
  t('This connects {element}. Continue only if you want to sign in there.', { element: elementWord(element) });
export const callbackElsewhere = (host: string) =>
  t(
    "After the sign-in, the page redirects to {host}, as set in oauth.callback.url. Whoever owns that address gets the code of your sign-in. Continue only if it's yours.",
    { host: hostWord(host) },
  );
/** Why the answer is not received automatically, and what that means for its code. */
export const obstacles: Readonly<Record<Obstacle, (port: number) => string>> = {
  busy: (port) => t('Another program or window uses port {port}, and would get the code of your sign-in.', { port }),
  forbidden: (port) =>
    t(
      "VS Code isn't allowed to listen on port {port}. A program that is allowed to would get the code of your sign-in.",
      {
        port,
      },
    ),
  unavailable: (port) =>
    t(
      "The callback address isn't one of this computer, so VS Code can't listen on port {port}. Another program may get the code of your sign-in.",
      { port },
    ),
  failed: (port) =>
    t("VS Code can't listen on port {port}. Another program may get the code of your sign-in.", { port }),
  unreachable: () =>
    t(
      'The browser may not reach this window at the callback address, and another program may get the code of your sign-in.',
    ),
  unrecognisable: () =>
    t("VS Code can't recognize the answer of this page, and another program may get the code of your sign-in."),
};
export const pasteOrStop = t('You can stop here, or continue and paste the address of the page you end up on.');

// While the provider's page is open

/** What to do, by how the answer is received: the prompt of the box that waits for it. */
export const waitingFor = {
  loopback: (host: string) =>
    t("Sign in at {host}. If this box doesn't close automatically, paste the address of the page you end up on", {
      host: hostWord(host),
    }),
  editor: (host: string) =>
    t(
      "Sign in at {host}, and let the browser open VS Code. If it doesn't, paste the address of the page you end up on",
      {
        host: hostWord(host),
      },
    ),
  elsewhere: (host: string) => signInAndPaste(host),
} as const;
/** The same prompt if only the person can provide the answer. */
export const pasteBecause: Readonly<Record<Obstacle, (host: string, port: number) => string>> = {
  busy: (host, port) => sentences([t('Another program or window uses port {port}.', { port }), signInAndPaste(host)]),
  forbidden: (host, port) =>
    sentences([t("VS Code isn't allowed to listen on port {port}.", { port }), signInAndPaste(host)]),
  unavailable: (host) => sentences([t("The callback address isn't one of this computer."), signInAndPaste(host)]),
  failed: (host, port) => sentences([t("VS Code can't listen on port {port}.", { port }), signInAndPaste(host)]),
  unreachable: (host) => sentences([t("The browser can't reach this window."), signInAndPaste(host)]),
  unrecognisable: (host) => sentences([t("VS Code can't recognize the answer of this page."), signInAndPaste(host)]),
};
const signInAndPaste = (host: string) =>
  t('Sign in at {host}, then paste the address of the page you end up on', { host: hostWord(host) });
/** Without the query and fragment, because a person recognizes the beginning. */
export const addressExample = (callback: string) => `${inert(callback.replace(/[?#].*$/s, ''), 120)}?…`;
export const redirectProblems = {
  'no-address': t('Paste the complete address, beginning with https:// or http://.'),
  'other-sign-in': t('This address belongs to another sign-in. Paste the one that this sign-in ended on.'),
  incomplete: t('This address contains no code. Agree on the page, then paste the complete address.'),
  used: t(
    'This address was already used, and works only once. Close this box and run Provision Instance again to sign in again.',
  ),
} as const;
export const browserNotOpened = (element: string) =>
  t("The sign-in page of {element} wasn't opened.", { element: elementWord(element) });
export const browserNotOpenedDetail = t('Copy its address and open it in a browser.');
export const addressCopied = t('Address of the sign-in page copied');

// How it ended

export const signInDenied = (element: string, reply: string) =>
  t("{element} wasn't connected: its page answered {reply}. Nothing was sent.", {
    element: elementWord(element),
    reply: quote(reply, 250),
  });
export const signInTimedOut = (element: string, minutes: number) =>
  t("The sign-in to {element} didn't end within {minutes} minutes. Nothing was sent.", {
    element: elementWord(element),
    minutes,
  });
export const signInStopped = (element: string) =>
  t('The sign-in to {element} was stopped. Nothing was sent.', { element: elementWord(element) });
export const noSignInPage = t('No sign-in page was opened, and nothing was created.');

/** Title and text of the pages that the browser shows after a redirect to this computer. */
export const signInPages = {
  granted: [t("You're signed in"), t('Return to VS Code, which now creates the instance. You can close this page.')],
  denied: [t('Not connected'), t('You or the provider declined. Nothing was sent. You can close this page.')],
  'other-sign-in': [
    t("This isn't the sign-in that VS Code is waiting for"),
    t('It may be an older one. Complete the newest sign-in page, or stop in VS Code and run Provision Instance again.'),
  ],
  incomplete: [t('This address contains no code'), t("Return to the provider's page, and agree there.")],
  used: [
    t('This sign-in was already used'),
    t('It works only once. Run Provision Instance again in VS Code to sign in again.'),
  ],
  'not-here': [
    t("This isn't the end of a sign-in"),
    t(
      "VS Code accepts a sign-in only from the provider's page. If you signed in, copy the address of this page and paste it in VS Code.",
    ),
  ],
} as const;

import { hostWord, inert, quote } from '../../../../common/src/text/plainText';
import { sharedButtons } from '../../messages/buttons';
import { accountName, elementWord } from '../../messages/names';
import type { Obstacle } from '../reasons';

export const buttons = {
  ...sharedButtons,
  openPage: 'Open Page',
  openPageAndPaste: 'Open Page and Paste',
} as const;

// What is asked before the provider's page opens

export const signInTitle = (element: string) => `Sign in to ${elementWord(element)}`;
export const askForSignIn = (label: string, description: string | undefined) =>
  description === undefined ? label : `${label}. ${description}`;
/** Of an element that the catalog does not know, by the platform's names. */
export const signInLabels: Readonly<Record<string, string>> = {
  apiKey: 'API key (client ID) of your app at the provider',
  apiSecret: 'API secret (client secret) of your app at the provider',
  callbackUrl: 'Callback address (redirect URI) of your app',
};
export const notInTheFile = 'It goes into the request, not into the file';
export const callbackPlace = 'As it is registered at the provider, such as http://127.0.0.1:8089/callback';
export const valueNeeded = 'The sign-in needs it.';
export const addressNeeded = 'Give a whole address, such as http://127.0.0.1:8089/callback.';
export const badCallback = (callback: string) =>
  `${quote(callback, 100)} in oauth.callback.url is no address that a provider could send you back to. Nothing was sent.`;
export const askingForPage = (element: string) => `Asking for the sign-in page of ${elementWord(element)}`;
export const oddPageAddress =
  'The sign-in page has an address that hides where it leads, so it was not opened. Nothing was created. Check the entries of the sign-in, such as siteAddress, for an @.';

/** The question before the page opens. Where it leads comes first, in words that no file can change. */
export const openPage = (place: string, account: string) =>
  `Open ${hostWord(place)} to sign in, for ${accountName(account)}?`;
export const openPageDetail = (element: string) =>
  `It connects ${elementWord(element)}. Go on only if that is where you want to sign in.`;
export const callbackElsewhere = (place: string) =>
  `Afterwards the page sends you to ${hostWord(place)}, as oauth.callback.url says, and whoever has that place gets the code of your sign-in. Go on only if it is yours.`;
/** Why the answer is not taken by itself, and what that means for its code. */
export const obstacles: Readonly<Record<Obstacle, (port: number) => string>> = {
  busy: (port) => `Another program, or another window, has port ${port}, and would get the code of your sign-in.`,
  forbidden: (port) =>
    `VS Code must not listen on port ${port}. Another program that may would get the code of your sign-in.`,
  unavailable: (port) =>
    `The callback address is none that this computer has, so VS Code cannot listen on its port ${port}. Another program may get the code of your sign-in.`,
  failed: (port) => `VS Code cannot listen on port ${port}. Another program may get the code of your sign-in.`,
  unreachable: () =>
    'The browser may not get back to this window by the callback address, and another program may get the code of your sign-in.',
  unrecognisable: () =>
    'The page brings back nothing by which VS Code could recognise its answer, and another program may get the code of your sign-in.',
};
export const pasteOrStop = 'You can stop here, or go on and paste the address where you end up.';

// While the provider's page is open

/** How the sign-in comes back, for the box that waits for it. */
export const waitingFor = {
  loopback: (place: string) =>
    `Sign in at ${hostWord(place)}. This closes by itself; if it does not, paste the address here`,
  editor: (place: string) =>
    `Sign in at ${hostWord(place)}, and let the browser open VS Code. If it does not, paste the address here`,
  elsewhere: (place: string) => `Sign in at ${hostWord(place)}, then paste the address of the page where you end up`,
} as const;
/** The same where only a person can bring it. */
export const pasteBecause: Readonly<Record<Obstacle, (place: string, port: number) => string>> = {
  busy: (place, port) => `Another program, or window, has port ${port}. ${signInAndPaste(place)}`,
  forbidden: (place, port) => `Port ${port} must not be listened on. ${signInAndPaste(place)}`,
  unavailable: (place) => `This computer does not have the address of the callback. ${signInAndPaste(place)}`,
  failed: (place, port) => `Port ${port} cannot be listened on. ${signInAndPaste(place)}`,
  unreachable: (place) => `The browser cannot reach this window. ${signInAndPaste(place)}`,
  unrecognisable: (place) => `The answer of this page is taken from you alone. ${signInAndPaste(place)}`,
};
const signInAndPaste = (place: string) => `Sign in at ${hostWord(place)}, then paste the address where you end up`;
/** Without what stands behind the path: a person recognises the beginning. */
export const addressPlace = (callback: string) => `${inert(callback.replace(/[?#].*$/s, ''), 120)}?…`;
export const redirectProblems = {
  'no-address': 'Paste the whole address, from https:// or http:// on.',
  'other-sign-in': 'This address is of another sign-in. Paste the one where this sign-in ended.',
  incomplete: 'There is no code in this address. Paste the whole one, after you agreed.',
  used: 'This address was used already, and works once. Close this, and provision again to sign in anew.',
} as const;
export const browserNotOpened = (element: string) => `The sign-in page of ${elementWord(element)} was not opened.`;
export const browserNotOpenedDetail = 'Copy its address, and open it in a browser yourself.';
export const addressCopied = 'Address of the sign-in page copied';

// How it ended

export const signInDenied = (element: string, words: string) =>
  `${elementWord(element)} was not connected: its page answered ${quote(words, 250)}. Nothing was sent.`;
export const signInTimedOut = (element: string, minutes: number) =>
  `The sign-in at ${elementWord(element)} did not end within ${minutes} minutes. Nothing was sent.`;
export const signInStopped = (element: string) =>
  `The sign-in at ${elementWord(element)} was stopped. Nothing was sent.`;
export const noSignInPage = 'No sign-in page was opened, and nothing was created.';

/** Title and text of the pages that the browser shows where the provider sends it back to this computer. */
export const signInPages = {
  granted: ['You are signed in', 'Go back to VS Code: it creates the instance now. You can close this page.'],
  denied: ['Not connected', 'You, or the provider, said no. Nothing was sent. You can close this page.'],
  'other-sign-in': [
    'This is not the sign-in that VS Code waits for',
    'It may be an older one. Finish the newest sign-in page, or stop in VS Code and provision again.',
  ],
  incomplete: ['There is no code in this address', 'Go back to the page of the provider, and agree there.'],
  used: ['This sign-in was used already', 'It works once. Provision again in VS Code to sign in anew.'],
  'not-here': [
    'This is not the end of a sign-in',
    'VS Code takes it from the page of the provider alone. If you signed in, copy the address of this page, and paste it in VS Code.',
  ],
} as const;

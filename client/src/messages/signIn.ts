// What is asked before the provider's page opens

export const signInTitle = (element: string) => `Sign in to ${element}`;
export const askForSignIn = (label: string, description: string | undefined) =>
  description === undefined ? label : `${label}. ${description}`;
/** Of an element that the catalog does not know, by the platform's names. */
export const signInLabels: Readonly<Record<string, string>> = {
  apiKey: 'API key (client ID) of your app at the provider',
  apiSecret: 'API secret (client secret) of your app at the provider',
  callbackUrl: 'Callback address (redirect URI) of your app',
};
export const signsInAtProvider = (element: string) =>
  `${element} signs in at the page of its provider, so nothing was created yet.`;
export const notInTheFile = 'It goes into the request, not into the file';
export const callbackPlace = 'As it is registered at the provider, such as http://127.0.0.1:8089/callback';
export const valueNeeded = 'The sign-in needs it.';
export const addressNeeded = 'Give a whole address, such as http://127.0.0.1:8089/callback.';
export const badCallback = (callback: string) =>
  `"${callback}" in oauth.callback.url is no address that a provider could send you back to. Nothing was sent.`;
export const askingForPage = (element: string) => `Asking for the sign-in page of ${element}`;

// While the provider's page is open

/** How the sign-in comes back, for the box that waits for it. */
export const waitingFor = {
  loopback: (host: string) => `Sign in at ${host}. This closes by itself; if it does not, paste the address here`,
  editor: (host: string) =>
    `Sign in at ${host}, and let the browser open VS Code. If it does not, paste the address here`,
  elsewhere: (host: string) => `Sign in at ${host}, then paste the address of the page where you end up`,
} as const;
export const listenProblems = {
  busy: (port: number) =>
    `Another program, or window, has port ${port}. After you signed in, paste the address where you end up`,
  forbidden: (port: number) =>
    `Port ${port} must not be listened on. After you signed in, paste the address where you end up`,
  failed: (port: number) =>
    `Port ${port} cannot be listened on. After you signed in, paste the address where you end up`,
};
export const notReachable =
  'The browser cannot reach this window. After you signed in, paste the address where you end up';
export const addressPlace = (callback: string) => `${callback}?…`;
export const redirectProblems = {
  'no-address': 'Paste the whole address, from https:// or http:// on.',
  'other-sign-in': 'This address is of another sign-in. Paste the one where this sign-in ended.',
  incomplete: 'There is no code in this address. Paste the whole one, after you agreed.',
  used: 'This address was used already, and works once. Close this, and provision again to sign in anew.',
} as const;
export const browserNotOpened = (element: string) => `The sign-in page of ${element} was not opened.`;
export const browserNotOpenedDetail = 'Copy its address, and open it in a browser yourself.';
export const addressCopied = 'Address of the sign-in page copied';

// How it ended

export const signInDenied = (element: string, words: string) =>
  `${element} was not connected: its page answered "${words}". Nothing was sent.`;
export const signInTimedOut = (element: string, minutes: number) =>
  `The sign-in at ${element} did not end within ${minutes} minutes. Nothing was sent.`;
export const signInStopped = (element: string) => `The sign-in at ${element} was stopped. Nothing was sent.`;
export const noSignInPage = 'No sign-in page was opened, and nothing was created.';
export const nobodyWaits =
  'A sign-in came back, but this window does not wait for one. If another window does, copy the address and paste it there; else provision again.';

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
  'not-here': ['There is nothing here', 'VS Code waits at another path of this address for a sign-in to end.'],
} as const;

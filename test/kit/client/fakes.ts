import { randomBytes } from 'node:crypto';
import type { Account } from '../../../engine/src/accounts/accounts';
import type { Secrets, State } from '../../../engine/src/accounts/memento';
import type { LogChannel } from '../../../client/src/vscode/log';
import type { WindowFacts } from '../../../client/src/vscode/windowFacts';
import type { RequestPages, RequestToRead } from '../../../engine/src/provisioning/wholeRequest';
import { Cancelled, type Choice, type Notice, type Ui } from '../../../engine/src/ui';

/** A page that was opened, and what a person does with it. */
export interface FakePage extends RequestToRead {
  readonly answer: (sends: boolean) => void;
  isOpen: boolean;
}

/** Pages in memory: every one that was opened, with its text. */
export function fakePages(): RequestPages & { readonly opened: FakePage[] } {
  const opened: FakePage[] = [];
  return {
    opened,
    open: (request, answer) => {
      const page: FakePage = { ...request, answer, isOpen: true };
      opened.push(page);
      const close = () => {
        page.isOpen = false;
        return Promise.resolve();
      };
      return Promise.resolve(close);
    },
  };
}

/** A text no program holds by chance, in the shape of the platform's secrets. */
export function newSecret(): string {
  return randomBytes(32).toString('base64');
}

export const anAccount: Account = {
  id: 'a1',
  label: 'Work',
  baseUrl: 'https://api.cloud-elements.com/elements/api-v2',
  kind: 'production',
  confirms: true,
};

/** What support hears of a window. */
export const aWindow: WindowFacts = {
  extension: '0.1.0',
  editor: '1.97.0',
  platform: 'linux x64',
  kind: 'web',
  remote: 'ssh-remote',
  trusted: true,
  server: 'running',
  settings: { 'cloudElements.codeLens.enable': { type: 'boolean', default: true } },
  setting: () => false,
};

/** A channel of a log that nobody looks at. */
export const quietChannel: LogChannel = {
  error: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  show: () => undefined,
};

/** `Memento` in memory. Values pass through JSON, as they do in VS Code. */
export function memoryState(): State & { dump: () => string } {
  const values = new Map<string, string>();
  return {
    get: (key) => JSON.parse(values.get(key) ?? 'null') as unknown,
    update: (key, value) => {
      if (value === undefined) values.delete(key);
      else values.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    dump: () => JSON.stringify([...values]),
  };
}

export function memorySecrets(): Secrets & { keys: () => string[] } {
  const values = new Map<string, string>();
  return {
    get: (key) => Promise.resolve(values.get(key)),
    store: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => {
      values.delete(key);
      return Promise.resolve();
    },
    keys: () => [...values.keys()],
  };
}

/** A secret storage on a computer without a keyring. */
export const brokenSecrets: Secrets = {
  get: () => Promise.resolve(undefined),
  store: () => Promise.reject(new Error('no keyring')),
  delete: () => Promise.resolve(),
};

export interface FakeUi extends Ui {
  /** The detail of each as a dialog shows it, in one text. */
  readonly shown: (Omit<Notice, 'detail'> & { readonly detail?: string; readonly buttons: readonly string[] })[];
  readonly asked: string[];
  readonly titles: string[];
  readonly copied: string[];
  /** What each picker offered. */
  readonly choices: Omit<Choice<unknown>, 'value'>[][];
  /** Presses Cancel on the progress that runs. */
  readonly cancel: () => void;
  /** All that was shown in one text. */
  readonly everythingShown: () => string;
}

export interface Script {
  /** Buttons to press, in order; each must be there. When they run out, notices are closed. */
  readonly press?: string[];
  /** Labels to pick, in order. When they run out, pickers are closed. */
  readonly pick?: string[];
  /**
   * Texts to type, in order; each must pass the validation. When they run out, questions are closed; one that can close by
   * itself stays open until then.
   */
  readonly type?: (string | (() => string | Promise<string>))[];
}

/** A person who follows a script. A step that does not fit what is shown is an error. */
export function fakeUi({ press = [], pick = [], type = [] }: Script = {}): FakeUi {
  const shown: FakeUi['shown'] = [];
  const asked: string[] = [];
  const titles: string[] = [];
  const copied: string[] = [];
  const choicesSeen: FakeUi['choices'] = [];
  let controller = new AbortController();
  return {
    shown,
    asked,
    titles,
    copied,
    choices: choicesSeen,
    cancel: () => {
      controller.abort();
    },
    everythingShown: () => JSON.stringify({ shown, asked, titles, choicesSeen }),
    show: <B extends string>({ detail, ...notice }: Notice, ...buttons: B[]) => {
      shown.push({ ...notice, ...(detail !== undefined && { detail: [detail].flat().join('\n') }), buttons });
      if (buttons.length === 0 || press.length === 0) return Promise.resolve(undefined);
      const pressed = press.shift();
      const button = buttons.find((label) => label === pressed);
      if (button === undefined) throw new Error(`No button "${String(pressed)}" at "${notice.text}"`);
      return Promise.resolve(button);
    },
    pick: (title, _, choices) => {
      asked.push(title);
      choicesSeen.push(choices.map(({ value: _value, ...row }) => row));
      const picked = pick.shift();
      if (picked === undefined) throw new Cancelled();
      const choice = choices.find(({ label }) => label === picked);
      if (choice === undefined) throw new Error(`Nothing called "${picked}" to pick in "${title}"`);
      return Promise.resolve(choice.value);
    },
    ask: async ({ prompt, validate, password, signal }) => {
      asked.push(`${prompt}${password === true ? ' (hidden)' : ''}`);
      const next = type.shift();
      if (next === undefined && signal?.aborted === false) {
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
      }
      if (next === undefined) throw new Cancelled();
      const text = typeof next === 'string' ? next : await next();
      const problem = validate?.(text);
      if (problem !== undefined) throw new Error(`"${prompt}" refuses the text: ${problem}`);
      return text;
    },
    progress: (title, run) => {
      titles.push(title);
      controller = new AbortController();
      return run(controller.signal);
    },
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
    flash: (text) => {
      titles.push(text);
    },
  };
}

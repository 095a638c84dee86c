import * as vscode from 'vscode';
import * as messages from '../messages';
import { dotIcon } from '../views/dotIcon';
import { Cancelled, type Notice, type Tone, type Ui } from '../ui';

type ShowMessage = (text: string, options: vscode.MessageOptions, ...buttons: string[]) => Thenable<string | undefined>;

const showMessage: Record<Tone, ShowMessage> = {
  info: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
};

const flashMs = 5_000;

/** Characters. VS Code cuts a message without buttons to one line. */
const oneLine = 60;

/** {@link Ui} over the window of VS Code. */
export const windowUi: Ui = {
  tell: async <B extends string>({ tone, text, detail, modal }: Notice, ...buttons: B[]) => {
    if (buttons.length === 0 && modal !== true) {
      // A message in the corner that asks nothing may stay there for long: nobody waits for it.
      void showMessage[tone](text, { detail }, ...(text.length > oneLine ? [messages.buttons.ok] : []));
      return undefined;
    }
    const pressed = await showMessage[tone](text, { modal, detail }, ...buttons);
    return buttons.find((button) => button === pressed);
  },
  pick: async (title, placeHolder, choices) => {
    const rows = choices.map((choice) => ({ ...choice, iconPath: dotIcon(choice.dot) }));
    const picked = await vscode.window.showQuickPick(rows, {
      title,
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (picked === undefined) throw new Cancelled();
    return picked.value;
  },
  ask: async ({ title, prompt, value, placeHolder, password, validate, signal }) => {
    const options = { title, prompt, value, placeHolder, password, ignoreFocusOut: true, validateInput: validate };
    const closing = new vscode.CancellationTokenSource();
    const close = () => {
      closing.cancel();
    };
    signal?.addEventListener('abort', close);
    if (signal?.aborted === true) close();
    try {
      const text = await vscode.window.showInputBox(options, closing.token);
      if (text === undefined) throw new Cancelled();
      return text;
    } finally {
      signal?.removeEventListener('abort', close);
      closing.dispose();
    }
  },
  progress: async (title, run, place = 'message') => {
    const { Notification, Window } = vscode.ProgressLocation;
    const options = { location: place === 'message' ? Notification : Window, title, cancellable: place === 'message' };
    return vscode.window.withProgress(options, async (_, token) => {
      const controller = new AbortController();
      const listening = token.onCancellationRequested(() => {
        controller.abort();
      });
      try {
        return await run(controller.signal);
      } finally {
        listening.dispose();
      }
    });
  },
  copy: async (text) => {
    await vscode.env.clipboard.writeText(text);
  },
  flash: (text) => {
    vscode.window.setStatusBarMessage(text, flashMs);
  },
};

import * as vscode from 'vscode';
import { Cancelled, type Notice, type Tone, type Ui } from './ui';

type ShowMessage = (text: string, options: vscode.MessageOptions, ...buttons: string[]) => Thenable<string | undefined>;

const showMessage: Record<Tone, ShowMessage> = {
  info: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
};

const flashMs = 5_000;

/** {@link Ui} over the window of VS Code. */
export const windowUi: Ui = {
  tell: async <B extends string>({ tone, text, detail, modal }: Notice, ...buttons: B[]) => {
    const pressed = await showMessage[tone](text, { modal, detail }, ...buttons);
    return buttons.find((button) => button === pressed);
  },
  pick: async (title, placeHolder, choices) => {
    const picked = await vscode.window.showQuickPick(choices, {
      title,
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (picked === undefined) throw new Cancelled();
    return picked.value;
  },
  ask: async ({ title, prompt, value, placeHolder, password, validate }) => {
    const text = await vscode.window.showInputBox({
      title,
      prompt,
      value,
      placeHolder,
      password,
      ignoreFocusOut: true,
      validateInput: validate,
    });
    if (text === undefined) throw new Cancelled();
    return text;
  },
  progress: async (title, run) => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
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

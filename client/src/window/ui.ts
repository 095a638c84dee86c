import * as vscode from 'vscode';
import * as messages from '../messages';
import { inert } from '../plainText';
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

/** Characters that each place shows at most: what is longer would push away what stands beside it. */
const most = { text: 1_000, line: 300, title: 100, prompt: 400, row: 160, flash: 120 };

/** {@link Ui} over the window of VS Code: the one way for text to get there, which makes all of it inert. */
export const windowUi: Ui = {
  tell: async <B extends string>(notice: Notice, ...buttons: B[]) => {
    const { tone, modal } = notice;
    const text = inert(notice.text, most.text);
    const detail = notice.detail === undefined ? undefined : linesOf(notice.detail);
    if (buttons.length === 0 && modal !== true) {
      // A message in the corner that asks nothing may stay there for long: nobody waits for it.
      void showMessage[tone](text, { detail }, ...(text.length > oneLine ? [messages.buttons.ok] : []));
      return undefined;
    }
    const pressed = await showMessage[tone](text, { modal, detail }, ...buttons);
    return buttons.find((button) => button === pressed);
  },
  pick: async (title, placeHolder, choices) => {
    const rows = choices.map(({ label, description, detail, icon, dot, value }) => ({
      label: `${icon === undefined ? '' : `$(${icon}) `}${inert(label, most.row)}`,
      description: description && inert(description, most.row),
      detail: detail && inert(detail, most.row),
      iconPath: dotIcon(dot),
      value,
    }));
    const picked = await vscode.window.showQuickPick(rows, {
      title: inert(title, most.title),
      placeHolder: inert(placeHolder, most.prompt),
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (picked === undefined) throw new Cancelled();
    return picked.value;
  },
  ask: async ({ title, prompt, value, placeHolder, password, validate, signal }) => {
    const options = {
      title: inert(title, most.title),
      prompt: inert(prompt, most.prompt),
      value,
      placeHolder: placeHolder && inert(placeHolder, most.prompt),
      password,
      ignoreFocusOut: true,
      validateInput: (typed: string) => {
        const problem = validate?.(typed);
        return problem && inert(problem, most.prompt);
      },
    };
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
    const options = {
      location: place === 'message' ? Notification : Window,
      title: inert(title, most.line),
      cancellable: place === 'message',
    };
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
    vscode.window.setStatusBarMessage(inert(text, most.flash), flashMs);
  },
};

function linesOf(detail: string | readonly string[]): string {
  const lines = typeof detail === 'string' ? [detail] : detail;
  return lines.map((line) => inert(line, most.line)).join('\n');
}

import * as vscode from 'vscode';
import * as messages from './messages';
import { inert } from '../../../common/src/text/plainText';
import { dotIcon } from './dotIcon';
import { Cancelled, type Choice, type Notice, type Tone, type Ui } from '../../../engine/src/ui';

interface Button<B> extends vscode.MessageItem {
  readonly value: B;
}

type ShowMessage = <T extends vscode.MessageItem>(
  text: string,
  options: vscode.MessageOptions,
  ...buttons: T[]
) => Thenable<T | undefined>;

const showMessage: Record<Tone, ShowMessage> = {
  info: vscode.window.showInformationMessage,
  warning: vscode.window.showWarningMessage,
  error: vscode.window.showErrorMessage,
};

const flashMs = 5_000;

/** Characters. VS Code truncates a message without buttons to one line. */
const maxOneLine = 60;

/**
 * The maximum lengths in UTF-16 units. Longer text would push other text out of view. VS Code truncates a message at 1,000. A
 * dialog grows with its text, even out of the window, so its rows are also limited.
 */
const maxLength = { message: 1_000, dialog: 400, line: 300, title: 100, prompt: 400, row: 160, flash: 120, button: 60 };
const dialogRowLength = 60;
const maxDialogRows = 24;

/** {@link Ui} over the window of VS Code. Only this file and windowViews.ts show text there, and they make all of it inert. */
export const windowUi: Ui = {
  show: async <B extends string>(notice: Notice, ...labels: B[]) => {
    const { tone, modal } = notice;
    const text = inert(notice.text, modal === true ? maxLength.dialog : maxLength.message);
    const detail = notice.detail === undefined ? undefined : linesOf(notice.detail);
    const buttons = labels.map((label): Button<B> => ({ title: buttonText(label), value: label }));
    if (buttons.length === 0 && modal !== true) {
      const ok = { title: messages.buttons.ok };
      // Not awaited: a notification without a question may stay open for long.
      void showMessage[tone](text, { detail }, ...(text.length > maxOneLine ? [ok] : []));
      return undefined;
    }
    return (await showMessage[tone](text, { modal, detail }, ...buttons))?.value;
  },
  pick: async (title, placeHolder, choices) => {
    const options = {
      title: inert(title, maxLength.title),
      placeHolder: inert(placeHolder, maxLength.prompt),
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    };
    const picked = await vscode.window.showQuickPick(choices.map(rowOf), options);
    if (picked === undefined) throw new Cancelled();
    return picked.value;
  },
  ask: async ({ title, prompt, value, placeHolder, password, validate, signal }) => {
    const options = {
      title: inert(title, maxLength.title),
      prompt: inert(prompt, maxLength.prompt),
      value,
      placeHolder: placeHolder && inert(placeHolder, maxLength.prompt),
      password,
      ignoreFocusOut: true,
      validateInput: (typed: string) => {
        const problem = validate?.(typed);
        return problem && inert(problem, maxLength.prompt);
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
  progress: async (title, run, location = 'message') => {
    const { Notification, Window } = vscode.ProgressLocation;
    const options = {
      location: location === 'message' ? Notification : Window,
      title: inert(title, maxLength.line),
      cancellable: location === 'message',
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
    // Copied text is data, so it is not made inert.
    await vscode.env.clipboard.writeText(text);
  },
  flash: (text) => {
    vscode.window.setStatusBarMessage(inert(text, maxLength.flash), flashMs);
  },
};

/** The lines of a dialog, truncated so that the dialog fits into the window. */
function linesOf(detail: string | readonly string[]): string {
  const lines: string[] = [];
  let rows = 0;
  for (const line of [detail].flat()) {
    const text = inert(line, maxLength.line);
    rows += Math.max(1, Math.ceil(text.length / dialogRowLength));
    if (rows > maxDialogRows) return [...lines, '…'].join('\n');
    lines.push(text);
  }
  return lines.join('\n');
}

/** VS Code removes a double ampersand from a button, and the character that it marks. */
function buttonText(label: string): string {
  return inert(label.replaceAll(/&{2,}/g, '&'), maxLength.button);
}

function rowOf<T>({ label, description, detail, icon, dot, value }: Choice<T>): vscode.QuickPickItem & { value: T } {
  return {
    label: inert(label, maxLength.row),
    description: description && withoutLinks(description),
    detail: detail && withoutLinks(detail),
    iconPath: icon === undefined ? dotIcon(dot) : new vscode.ThemeIcon(icon),
    value,
  };
}

/** A text that a hover also shows as Markdown. It must not contain an address that becomes a link there. */
function withoutLinks(text: string): string {
  return inert(text, maxLength.row).replaceAll(/(:\/\/|www\.|@)(?=\S)/gi, '$1 ');
}

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

/** Characters. VS Code cuts a message without buttons to one line. */
const oneLine = 60;

/**
 * UTF-16 units that each place shows at most: what is longer would push away what stands beside it. A message of VS Code's
 * ends at 1,000. A dialog grows with its text, out of the window if need be: so its rows are counted, too.
 */
const most = { message: 1_000, dialog: 400, line: 300, title: 100, prompt: 400, row: 160, flash: 120, button: 60 };
const dialogRow = 60;
const mostDialogRows = 24;

/** {@link Ui} over the window of VS Code. With shown.ts, it is the one way for text to get there, and makes all of it inert. */
export const windowUi: Ui = {
  show: async <B extends string>(notice: Notice, ...labels: B[]) => {
    const { tone, modal } = notice;
    const text = inert(notice.text, modal === true ? most.dialog : most.message);
    const detail = notice.detail === undefined ? undefined : linesOf(notice.detail);
    const buttons = labels.map((label): Button<B> => ({ title: buttonText(label), value: label }));
    if (buttons.length === 0 && modal !== true) {
      const ok = { title: messages.buttons.ok };
      // A message in the corner that asks nothing may stay there for long: nobody waits for it.
      void showMessage[tone](text, { detail }, ...(text.length > oneLine ? [ok] : []));
      return undefined;
    }
    return (await showMessage[tone](text, { modal, detail }, ...buttons))?.value;
  },
  pick: async (title, placeHolder, choices) => {
    const options = {
      title: inert(title, most.title),
      placeHolder: inert(placeHolder, most.prompt),
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
    // Copied text is data, and is not made inert.
    await vscode.env.clipboard.writeText(text);
  },
  flash: (text) => {
    vscode.window.setStatusBarMessage(inert(text, most.flash), flashMs);
  },
};

/** The lines of a dialog, as many as surely leave its text in the window. */
function linesOf(detail: string | readonly string[]): string {
  const shown: string[] = [];
  let rows = 0;
  for (const line of [detail].flat()) {
    const text = inert(line, most.line);
    rows += Math.max(1, Math.ceil(text.length / dialogRow));
    if (rows > mostDialogRows) return [...shown, '…'].join('\n');
    shown.push(text);
  }
  return shown.join('\n');
}

/** VS Code takes a double ampersand out of a button, with what it marks. */
function buttonText(label: string): string {
  return inert(label.replaceAll(/&{2,}/g, '&'), most.button);
}

function rowOf<T>({ label, description, detail, icon, dot, value }: Choice<T>): vscode.QuickPickItem & { value: T } {
  return {
    label: inert(label, most.row),
    description: description && hovered(description),
    detail: detail && hovered(detail),
    iconPath: icon === undefined ? dotIcon(dot) : new vscode.ThemeIcon(icon),
    value,
  };
}

/** A text that a hover shows as Markdown, too: an address in it is no link there. */
function hovered(text: string): string {
  return inert(text, most.row).replaceAll(/(:\/\/|www\.|@)(?=\S)/gi, '$1 ');
}

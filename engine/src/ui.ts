/** Thrown when a person closes a question. This isn't a failure: `runCommand` shows nothing for it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** An error whose message is shown to the person. The code that throws it makes sure that the message has no secret. */
export class UserFacingError extends Error {
  override readonly name = 'UserFacingError';
}

/** The names of VS Code's chart colours, which every theme defines. */
export const chartColors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type ChartColor = (typeof chartColors)[number];

export type Tone = 'info' | 'warning' | 'error';

export interface Notice {
  readonly tone: Tone;
  readonly text: string;
  /** A paragraph, or lines, below the text of a dialog. A line break within one of the lines doesn't begin another line. */
  readonly detail?: string | readonly string[];
  /** A dialog that must be answered, rather than a notification. */
  readonly modal?: boolean;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The name of a VS Code icon, shown before the label. */
  readonly icon?: 'add';
  /** A circle before the label: filled with a colour, or empty for `none`. */
  readonly dot?: ChartColor | 'none';
  readonly value: T;
}

export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeHolder?: string;
  /** Hides what is typed. */
  readonly password?: boolean;
  /** Returns what is wrong with the text, or undefined if nothing is. */
  readonly validate?: (text: string) => string | undefined;
  /** Closes the question when it aborts, as if the person had closed it. */
  readonly signal?: AbortSignal;
}

/** Everything that a flow needs from a window, so that flows can be tested without one. */
export interface Ui {
  /** Shows a notice. Returns the pressed button; undefined if it was closed, or at once for a message without buttons. */
  show<B extends string>(notice: Notice, ...buttons: B[]): Promise<B | undefined>;
  /** Lets a person pick one of the choices. Throws {@link Cancelled}. */
  pick<T>(title: string, placeHolder: string, choices: readonly Choice<T>[]): Promise<T>;
  /** Asks for a text. Throws {@link Cancelled}. */
  ask(question: Question): Promise<string>;
  /**
   * Shows progress in a message with the button Cancel, which aborts the signal, or in the status bar, without a button. The
   * status bar is for short steps that a message follows: VS Code drops a message that comes right after one has closed.
   */
  progress<T>(title: string, run: (signal: AbortSignal) => Promise<T>, location?: 'message' | 'status'): Promise<T>;
  copy(text: string): Promise<void>;
  /** Shows a short text in the status bar for a few seconds. */
  flash(text: string): void;
}

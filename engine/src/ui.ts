/** Thrown when a person closes a question. Not an error: `runCommand` shows nothing for it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** An error whose message is shown to the person. Whoever throws it makes sure that the message contains no secret. */
export class UserFacingError extends Error {
  override readonly name = 'UserFacingError';
}

/** Names of VS Code's chart colours, which every theme has. */
export const chartColors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type ChartColor = (typeof chartColors)[number];

export type Tone = 'info' | 'warning' | 'error';

export interface Notice {
  readonly tone: Tone;
  readonly text: string;
  /** Shown below the text of a dialog: a paragraph, or lines. What stands in one of them cannot begin another. */
  readonly detail?: string | readonly string[];
  /** A dialog that must be answered, rather than a message in the corner. */
  readonly modal?: boolean;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Before the label: an icon of VS Code's, by its name. */
  readonly icon?: 'add';
  /** Before the label: filled with a colour, or an empty circle. */
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
  /** Returns what is wrong with a text, or undefined. */
  readonly validate?: (text: string) => string | undefined;
  /** Closes the question, as if the person had, when it aborts. */
  readonly signal?: AbortSignal;
}

/** All that a flow needs of a window, so that flows can be tested without one. */
export interface Ui {
  /** Shows a notice. Gives the button pressed; undefined where it was closed, and at once where it asks nothing. */
  show<B extends string>(notice: Notice, ...buttons: B[]): Promise<B | undefined>;
  /** Lets a person pick one. Throws {@link Cancelled}. */
  pick<T>(title: string, placeHolder: string, choices: readonly Choice<T>[]): Promise<T>;
  /** Asks for a text. Throws {@link Cancelled}. */
  ask(question: Question): Promise<string>;
  /**
   * Shows progress: in a message with Cancel, which aborts the signal, or without in the status bar. The latter is for
   * short steps that are followed by a message: VS Code drops a message that comes right after one has closed.
   */
  progress<T>(title: string, run: (signal: AbortSignal) => Promise<T>, place?: 'message' | 'status'): Promise<T>;
  copy(text: string): Promise<void>;
  /** Shows a short text in the status bar for a few seconds. */
  flash(text: string): void;
}

/** Why something cannot be done, or not by itself. `messages.ts` has a message for each, and needs nothing but its name. */

/** Why a text cannot be sent at all. */
export type Unsendable =
  | 'not-json'
  | 'no-element'
  /** Its key would lead to another address than the one of an element. */
  | 'odd-element';

/** Why nothing can be received at a callback address of this computer. */
export type ListenProblem = 'busy' | 'forbidden' | 'unavailable' | 'failed';

/**
 * Why the answer to a sign-in that leads to this computer is not taken by itself, so that only a person can bring it: its port
 * is not ours, the browser runs on another computer, or the page brings nothing back by which the answer could be recognised.
 * In each case another program may get the code.
 */
export type Obstacle = ListenProblem | 'unreachable' | 'unrecognisable';

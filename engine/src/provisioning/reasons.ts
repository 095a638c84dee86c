// Reasons why something cannot be done, or cannot be done automatically. The `messages.ts` files have a text for each.

/** Why a text cannot be sent at all. */
export type Unsendable =
  | 'not-json'
  | 'no-element'
  /** With this key, the address of a call would not be the address of an element. */
  | 'odd-element';

/** Why VS Code cannot listen at a callback address of this computer. */
export type ListenProblem = 'busy' | 'forbidden' | 'unavailable' | 'failed';

/**
 * Why the answer to a sign-in is not received automatically although its callback leads to this computer or to VS Code, so
 * that the person has to paste it: VS Code cannot listen on the port, the browser may run on another computer, or the page's
 * address has no state or token that the answer could be recognized by. In each case another program may get the code.
 */
export type Obstacle = ListenProblem | 'unreachable' | 'unrecognisable';

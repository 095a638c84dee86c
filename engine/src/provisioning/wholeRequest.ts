import * as messages from './messages';
import type { Ui } from '../ui';

/** A request that is read as a whole before it is sent. */
export interface RequestToRead {
  /** Address of its file. */
  readonly uri: string;
  /** What is read. */
  readonly text: string;
  /** The question about it, which names account and host. */
  readonly question: string;
  /** What the line says that sends it. */
  readonly send: string;
}

/** The part of a window that shows requests to read. */
export interface RequestPages {
  /**
   * Opens a page of its own, which nothing changes afterwards. `answer` hears what comes of it: true where it is sent from
   * there, false where it is closed. Gives what closes it.
   */
  open(request: RequestToRead, answer: (sends: boolean) => void): Promise<() => Promise<void>>;
}

/** Questions about whole requests, one for each file. */
export interface WholeRequests {
  /**
   * Shows a request and waits for a yes to it, on its page or in the message beside it. A message that is closed leaves
   * the page to answer on; a page that is closed is a no. The question that is still open about the same file ends with a
   * no before this one begins.
   */
  ask(file: string, request: RequestToRead): Promise<boolean>;
  /** Ends the question about a file with a no, and closes its page. */
  end(file: string): Promise<void>;
}

export function createWholeRequests(ui: Ui, pages: RequestPages): WholeRequests {
  /** What ends the question that is open about a file. */
  const open = new Map<string, () => Promise<void>>();
  const end = async (file: string) => open.get(file)?.();
  return {
    end,
    ask: async (file, request) => {
      const ended = end(file);
      return new Promise<boolean>((resolve, reject) => {
        const no = () => resolveWith(false);
        const isOpen = () => open.get(file) === no;
        let closePage = () => Promise.resolve();
        let sent = false;
        const resolveWith = async (sends: boolean) => {
          if (!isOpen()) return;
          open.delete(file);
          sent = sends;
          resolve(sends);
          await closePage();
        };
        open.set(file, no);
        const show = async () => {
          await ended;
          const close = await pages.open(request, (sends) => void resolveWith(sends));
          if (!isOpen()) {
            await close();
            return;
          }
          closePage = close;
          const { send } = messages.buttons;
          const pressed = await ui.show({ tone: 'warning', text: request.question }, send);
          if (pressed === undefined) return;
          // A message cannot be taken back: one that has outlived its page says so.
          if (isOpen()) await resolveWith(true);
          else await ui.show({ tone: 'info', text: messages.requestEnded(sent) });
        };
        show().catch((error: unknown) => {
          reject(error instanceof Error ? error : new Error(typeof error));
          void resolveWith(false);
        });
      });
    },
  };
}

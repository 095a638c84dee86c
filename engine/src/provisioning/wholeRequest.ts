import * as messages from './messages';
import type { Ui } from '../ui';

/** A request that is shown on a page of its own before it is sent. */
export interface RequestToRead {
  /** URI of its file. */
  readonly uri: string;
  /** The text of the page. */
  readonly text: string;
  /** The question about it, with account and host. */
  readonly question: string;
  /** Label of the action on the page that sends it. */
  readonly send: string;
}

/** The part of a window that shows the pages of requests. */
export interface RequestPages {
  /**
   * Opens a page that does not change afterwards. Calls `answer` with true if Send is selected on the page, or with false if
   * the page is closed. Resolves to a function that closes the page.
   */
  open(request: RequestToRead, answer: (sends: boolean) => void): Promise<() => Promise<void>>;
}

/** Questions about complete requests, at most one per file. */
export interface WholeRequests {
  /**
   * Shows a request, and resolves to whether the person sends it, from its page or from the message beside it. If the message
   * is closed, the page can still be answered. If the page is closed, the answer is no. A question that is still open about
   * the same file is answered with no first.
   */
  ask(file: string, request: RequestToRead): Promise<boolean>;
  /** Answers the open question about a file with no, and closes its page. */
  end(file: string): Promise<void>;
}

export function createWholeRequests(ui: Ui, pages: RequestPages): WholeRequests {
  /** By file: a function that ends its open question. */
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
          // An open message cannot be closed by code. If it is answered after its page, another message explains that.
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

import type { Account } from '../accounts/accounts';
import { inert } from '../../../common/src/text/plainText';
import type { CheckedRequest } from './checkRequest';
import type { Action, Consent } from './consents';
import type { ProvisionContext, EditorDocument } from './provisionContext';
import { requestToRead } from './requestPreview';
import type { ResolvedRequest } from './request/resolveReferences';
import { escapeUnseen } from './request/formatForReview';
import { linesAroundReferences, maskForReview } from './request/maskForReview';
import * as messages from './messages';

/** A request that is ready to be sent. */
export interface ReadyRequest {
  /** What is done with it; to provision, where it is left out. */
  readonly action?: Action;
  readonly source: EditorDocument;
  readonly account: Account;
  readonly request: CheckedRequest;
  readonly resolved: ResolvedRequest;
}

/** More than that is read on a page, which scrolls. A dialog has rows of about so many characters. */
const most = { rows: 10, characters: 120 };
const rowLength = 60;

/**
 * Asks before a request leaves, where there is something to say: it goes to a production account, or it refers to values
 * that are not in its file and nobody has agreed to that very request yet. One question for both. True where it may be
 * sent: what was shown, to the account that was shown. It may wait for long; hold nothing meanwhile.
 */
export async function confirm(
  { ui, consents, wholeRequests }: ProvisionContext,
  ready: ReadyRequest,
): Promise<boolean> {
  const { action = 'provision', source, account, request, resolved } = ready;
  // Whatever comes of this press, the one before it is over.
  await wholeRequests.end(source.name);
  const { host } = new URL(account.baseUrl);
  const consent: Consent = { action, uri: source.uri, account, body: request.document };
  const isProduction = account.kind === 'production';
  const refers = resolved.values.size > 0;
  const isAsked = refers ? isProduction || !consents.has(consent) : isProduction && account.confirms;
  if (!isAsked) return true;

  const text = messages.sendRequest(account.label, host);
  const does = messages.requestDoes[action](request.elementName);
  const ask = async (detail: readonly string[], button: string) =>
    (await ui.show({ tone: 'warning', text, detail, modal: true }, button)) !== undefined;
  const { send, showRequest } = messages.buttons;
  if (!refers) return ask([does, messages.productionAsks(account.label)], send);

  const shown = maskForReview(request.document, resolved.values, request.secretEntries);
  const lines = linesAroundReferences(shown).map((line) => line.trimStart());
  const closing = isProduction ? messages.productionAlwaysAsks(account.label) : messages.yesIsRemembered;
  if (isShort(lines)) {
    if (!(await ask([`${does} ${messages.sendsReferences}`, ...lines, '', closing], send))) return false;
  } else {
    if (!(await ask([does, messages.readFirst(resolved.values.size), '', closing], showRequest))) return false;
    const page = {
      uri: source.uri,
      text: requestToRead({ account, request, shown, question: text, does }),
      question: text,
      send: messages.sendFromPage(account.label, host),
    };
    if (!(await wholeRequests.ask(source.name, page))) return false;
  }
  // Where it cannot be kept, the next press asks again.
  if (!isProduction) await consents.store(consent).catch(() => undefined);
  return true;
}

/** True for lines that a dialog has room for and shows as they are: uncut, and with every character to be seen. */
function isShort(lines: readonly string[]): boolean {
  const isPlain = (line: string) => inert(line, most.characters) === line && escapeUnseen(line) === line;
  const rows = lines.reduce((count, line) => count + Math.ceil(line.length / rowLength), 0);
  return rows <= most.rows && lines.every(isPlain);
}

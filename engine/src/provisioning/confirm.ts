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
  /** What is done with the request. The default is `provision`. */
  readonly action?: Action;
  readonly source: EditorDocument;
  readonly account: Account;
  readonly request: CheckedRequest;
  readonly resolved: ResolvedRequest;
}

/** A longer request is shown on a page, which scrolls. */
const most = { rows: 10, characters: 120 };
/** About how many characters fit in one row of a dialog. */
const rowLength = 60;

/**
 * Asks before a request is sent to a production account, or if it refers to values that are not in its file and nobody has
 * agreed to exactly this request yet. One question covers both. Returns true if the request that was shown may be sent to
 * the account that was shown. The question can stay open for a long time, so the caller must not lock anything meanwhile.
 */
export async function confirm(
  { ui, consents, wholeRequests }: ProvisionContext,
  ready: ReadyRequest,
): Promise<boolean> {
  const { action = 'provision', source, account, request, resolved } = ready;
  // A new press always ends the question of an earlier one.
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
  // If the consent cannot be stored, the next press asks again.
  if (!isProduction) await consents.store(consent).catch(() => undefined);
  return true;
}

/** True if a dialog has room for the lines and shows them unchanged: not shortened, and with every character visible. */
function isShort(lines: readonly string[]): boolean {
  const isPlain = (line: string) => inert(line, most.characters) === line && escapeUnseen(line) === line;
  const rows = lines.reduce((count, line) => count + Math.ceil(line.length / rowLength), 0);
  return rows <= most.rows && lines.every(isPlain);
}

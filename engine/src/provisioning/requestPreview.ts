import { referencesIn, type Reference } from '../../../common/src/text/references';
import { tokensOf, type JsonText } from '../../../common/src/json/readJson';
import type { Account } from '../accounts/accounts';
import * as messages from './messages';
import { creationRequest } from '../platform/instanceApi';
import { mask } from '../masks';
import type { CheckedRequest } from './checkRequest';
import type { ProvisionContext, EditorDocument } from './provisionContext';
import { buildBody } from './request/buildBody';
import { breakLines, continuation, formatForReview, escapeUnseen } from './request/formatForReview';
import { lookUpReferences } from './request/resolveReferences';
import { requireDocument } from './request/requestDocument';

/**
 * What Provision would send of a document, and where, as a text to read: notes, then method and address, the header and
 * the body, with every secret masked and every character to be seen. Asks, sends and stores nothing. Throws a `UserFacingError` where the text cannot be sent.
 */
export async function requestPreview(
  context: Pick<ProvisionContext, 'check' | 'fileSecrets' | 'environment' | 'now'>,
  account: Account | undefined,
  source: Pick<EditorDocument, 'uri' | 'text'>,
): Promise<string> {
  const text = source.text();
  const request = requireDocument(text);
  const checked = await context.check(text, source.uri).catch(() => undefined);
  const { values, missing } = await lookUpReferences(context, account, request);
  const { shown } = buildBody(request, values, checked?.secretEntries);

  const notes = [
    messages.previewOf(new Date(context.now()).toLocaleString()),
    messages.previewRenew,
    messages.previewMask(mask),
    ...(account === undefined ? [messages.previewNoAccount] : []),
    ...(checked === undefined ? [messages.previewUnchecked] : []),
    ...(checked?.signIn === undefined ? [] : [messages.previewSignIn(checked.elementName ?? request.elementKey)]),
    ...(referencesIn(request.elementKey).length === 0
      ? missingNotes(missing)
      : [messages.referenceAsElement, messages.referenceAsElementDetail]),
  ];
  return asPage(notes, account, escapeUnseen(shown));
}

/** What is read of a request on a page of its own before it is sent. */
export interface ToRead {
  readonly account: Account;
  readonly request: CheckedRequest;
  /** The request with its references, and its secrets masked. */
  readonly shown: JsonText;
  /** The question that is asked about it, and what a yes does. */
  readonly question: string;
  readonly does: string;
}

/**
 * The page on which a person agrees to a request: as a preview, but with the references in it, and laid out so that
 * nothing can be out of sight: one value a line, and no line longer than a window is wide.
 */
export function requestToRead({ account, request, shown, question, does }: ToRead): string {
  const notes = [
    `${question} ${does}`,
    messages.readNothingSent,
    messages.readMask(mask),
    messages.readLayout(continuation.trim()),
    ...(request.signIn === undefined ? [] : [messages.previewSignIn(request.elementName)]),
  ];
  return asPage(notes, account, breakLines(escapeUnseen(formatForReview(tokensOf(shown))), readWidth));
}

/** UTF-16 units: fits into a window without a scroll bar. */
const readWidth = 100;

/** Notes, then the request as it goes out, with `body` as what is shown of its body. */
function asPage(notes: readonly string[], account: Account | undefined, body: string): string {
  // The secrets are not even read: the masks go the way that they would.
  const access = { baseUrl: account?.baseUrl ?? messages.noAddress, userSecret: mask, organizationSecret: mask };
  const { method, url, headers } = creationRequest(access, body);
  const header = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...notes.flatMap(fold).map((line) => `# ${line}`), '', `${method} ${url}`, ...header, '', body].join('\n');
}

/** A note is read beside the file, in half a window: its lines are no longer than that, where its words allow it. */
const noteWidth = 60;

function fold(note: string): string[] {
  return note.split(/\s+/).reduce<string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    return lines.length > 0 && longer.length <= noteWidth ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

function missingNotes(missing: readonly Reference[]): string[] {
  const variables = missing.filter(({ store }) => store === 'env').map(({ name }) => name);
  const secrets = missing.filter(({ store }) => store === 'secret').map(({ text }) => text);
  return [
    ...(variables.length === 0 ? [] : [messages.previewVariables(variables)]),
    ...(secrets.length === 0 ? [] : [messages.previewSecrets(secrets)]),
  ];
}

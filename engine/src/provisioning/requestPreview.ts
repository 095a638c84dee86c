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
 * Returns the request that Provision Instance would send for a document, as a text to read: notes, method and address,
 * headers and body, with every secret masked and every character visible. Asks, sends and stores nothing. Throws a
 * `UserFacingError` if the text cannot be sent.
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

/** A request to show on a page of its own before it is sent. */
export interface ToRead {
  readonly account: Account;
  readonly request: CheckedRequest;
  /** The request with its references unresolved and its secrets masked. */
  readonly shown: JsonText;
  /** The question about the request, and what happens if the person agrees. */
  readonly question: string;
  readonly does: string;
}

/**
 * Returns the page on which a person agrees to a request. It is like a preview, but shows the references themselves, and is
 * laid out so that nothing can be hidden: one value per line, and no line wider than a window.
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

/** UTF-16 units per line that fit into a window without scrolling. */
const readWidth = 100;

/** Returns notes, then the request as it is sent, with `body` as its body. */
function asPage(notes: readonly string[], account: Account | undefined, body: string): string {
  // The account's secrets are not even read: masks are passed instead.
  const access = { baseUrl: account?.baseUrl ?? messages.noAddress, userSecret: mask, organizationSecret: mask };
  const { method, url, headers } = creationRequest(access, body);
  const header = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...notes.flatMap(fold).map((line) => `# ${line}`), '', `${method} ${url}`, ...header, '', body].join('\n');
}

/** UTF-16 units per line of a note, which is read in half a window beside the file. Only a longer word exceeds it. */
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

import { referencesIn, type Reference } from '../../../../common/src/text/references';
import type { SignIn } from '../../../../common/src/protocol/checking';
import type { Account, Accounts } from '../../../../engine/src/accounts/accounts';
import { describeElement } from '../../../../engine/src/messages/names';
import * as messages from './messages';
import type { EditorDocument } from '../../../../engine/src/provisioning/provisionContext';
import { buildBody } from '../../../../engine/src/provisioning/request/buildBody';
import { referencesOf } from '../../../../engine/src/provisioning/request/referringTexts';
import { requireDocument, type RequestDocument } from '../../../../engine/src/provisioning/request/requestDocument';
import { UserFacingError } from '../../../../engine/src/ui';
import type { CurlWindow } from '../../vscode/curlWindow';
import type { CheckText } from '../../vscode/languageServer';

/** The document that a command is made for. */
export interface Subject {
  readonly request: RequestDocument;
  /** The element as a sentence has it: its name in the catalog, otherwise its key in quotes. */
  readonly elementName: string;
  readonly references: readonly Reference[];
  /** Whether the file contains secrets. */
  readonly hasSecrets: boolean;
  readonly signIn?: SignIn;
  /** Name of the file; undefined where its saved content differs from what is sent. */
  readonly fileName?: string;
  /** The account in use. */
  readonly account?: Account;
}

/** Reads a document for a command. Throws a `UserFacingError` where Provision Instance would not send it. */
export async function readSubject(
  {
    accounts,
    check,
    curlWindow,
  }: { readonly accounts: Accounts; readonly check: CheckText; readonly curlWindow: CurlWindow },
  document: Pick<EditorDocument, 'uri' | 'text'>,
): Promise<Subject> {
  const text = document.text();
  const request = requireDocument(text);
  if (referencesIn(request.elementKey).length > 0) throw new UserFacingError(messages.referenceAsElement);
  const checked = await check(text, document.uri).catch(() => undefined);
  const references = referencesOf(request);
  // A file differs from what is sent if it has unsaved changes, another encoding, a byte-order mark or a `$schema`.
  const saved = references.length === 0 ? await curlWindow.savedFile(document.uri) : undefined;
  const isSent = saved !== undefined && Buffer.from(request.text).equals(saved.bytes);
  return {
    request,
    elementName: describeElement(request.elementKey, checked?.elementName),
    references,
    hasSecrets: buildBody(request, new Map(), checked?.secretEntries).masked.length > 0,
    signIn: checked?.signIn,
    fileName: isSent ? saved.name : undefined,
    account: accounts.active(),
  };
}

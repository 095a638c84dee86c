import type { SignIn } from '../../../../common/src/protocol/checking';
import type { Account } from '../../../../engine/src/accounts/accounts';
import * as messages from '../../../../engine/src/messages';
import type { Source } from '../../../../engine/src/provisioning/approve';
import { buildBody } from '../../../../engine/src/provisioning/request/buildBody';
import {
  findReferences,
  referencesIn,
  type Reference,
} from '../../../../engine/src/provisioning/request/referringTexts';
import { requireRequest } from '../../../../engine/src/provisioning/request/requireRequest';
import { Refusal } from '../../../../engine/src/ui';
import type { Services } from '../../commands/context';

/** What is known of the document that a command is for. */
export interface Subject {
  readonly body: string;
  /** As sentences name the element: by its name in the catalog, else by its key in quotes. */
  readonly elementName: string;
  readonly references: readonly Reference[];
  /** Whether secrets stand in the file. */
  readonly hasSecrets: boolean;
  readonly signIn?: SignIn;
  /** Name of the file, where what is saved is what is sent. */
  readonly fileName?: string;
  /** The account in use. */
  readonly account?: Account;
}

/** Reads a document for a command. Throws a `Refusal` where Provision would not send it. */
export async function readSubject(
  { accounts, check, curlWindow }: Pick<Services, 'accounts' | 'check' | 'curlWindow'>,
  source: Pick<Source, 'uri' | 'text'>,
): Promise<Subject> {
  const text = source.text();
  const request = requireRequest(text);
  const { body, elementKey } = request;
  if (referencesIn(elementKey).length > 0) throw new Refusal(messages.curlReferenceAsElement);
  const checked = await check(text, source.uri).catch(() => undefined);
  const references = findReferences(body);
  // With changes to come, in another encoding, with a byte-order mark or a `$schema`, a file is not what is sent.
  const saved = references.length === 0 ? await curlWindow.savedFile(source.uri) : undefined;
  const isSent = saved !== undefined && Buffer.from(body).equals(saved.bytes);
  return {
    body,
    elementName: messages.elementWords(elementKey, checked?.elementName),
    references,
    hasSecrets: buildBody(body, new Map(), checked?.secretEntries).hidden.length > 0,
    signIn: checked?.signIn,
    fileName: isSent ? saved.name : undefined,
    account: accounts.active(),
  };
}

import type { CheckedProblem, CheckResult, SignIn } from '../../../common/src/protocol/checking';
import { hostOf, type Account } from '../accounts/accounts';
import type { Ui } from '../ui';
import type { ProvisionContext, EditorDocument } from './provisionContext';
import { readDocument, type RequestDocument } from './request/requestDocument';
import { describeElement } from '../messages/names';
import * as messages from './messages';

export interface CheckedRequest {
  readonly document: RequestDocument;
  /** The element as messages show it: its name in the catalog, or its key in quotes. */
  readonly elementName: string;
  /** Names of its secret configuration entries; absent if the server did not return them. */
  readonly secretEntries?: readonly string[];
  /** How to sign in on the provider's page first; absent if no sign-in is known to be required. */
  readonly signIn?: SignIn;
  /** Names of all its known configuration entries; absent if the server did not return them. */
  readonly entries?: readonly string[];
}

const { goToProblem, provisionAnyway } = messages.buttons;
const mostLines = 5;

/**
 * Decides whether a document is sent to an account. A document that is not a JSON object or has no valid element key is
 * not sent. If it has errors or placeholders, the person decides. Warnings and hints do not stop it. Returns undefined if the
 * document is not sent, after showing why.
 */
export async function checkRequest(
  context: ProvisionContext,
  account: Account,
  source: EditorDocument,
  text: string,
): Promise<CheckedRequest | undefined> {
  const { ui } = context;
  const result = await context.check(text, source.uri).catch(() => undefined);
  const blocking = result?.problems.find((problem) => problem.blocking);
  if (blocking !== undefined) {
    const notice = { tone: 'error', text: messages.cannotBeSent(blocking.message) } as const;
    if ((await ui.show(notice, goToProblem)) !== undefined) await source.goTo(blocking.range);
    return undefined;
  }
  // The server may be down, or miss an error that only a strict parser finds.
  const document = readDocument(text);
  if (typeof document === 'string') {
    await ui.show({ tone: 'error', text: messages.unsendable[document] });
    return undefined;
  }
  const elementName = describeElement(document.elementKey, result?.elementName);
  const { secretEntries, entries, signIn } = result ?? {};
  const checked = { document, elementName, secretEntries, entries, signIn };
  const isAccepted =
    result === undefined ? await acceptsUnchecked(ui, account) : await accepts(context, account, source, result);
  return isAccepted ? checked : undefined;
}

async function accepts(
  context: ProvisionContext,
  account: Account,
  source: EditorDocument,
  result: CheckResult,
): Promise<boolean> {
  const problems = result.problems.filter((problem) => isAskedAbout(problem, result));
  const [first] = problems;
  if (first === undefined) return true;
  const lines = problems
    .slice(0, mostLines)
    .map(({ range, message }) => messages.problemLine(range.start.line + 1, message));
  const more = problems.length > mostLines ? [messages.moreProblems(problems.length - mostLines)] : [];
  const detail = [messages.hasProblems(problems.length), ...lines, ...more];
  const text = messages.provisionWith(account.label, hostOf(account));
  const notice = { tone: 'warning', text, detail, modal: true } as const;
  const pressed = await context.ui.show(notice, goToProblem, provisionAnyway);
  if (pressed === goToProblem) await source.goTo(first.range);
  return pressed === provisionAnyway;
}

/** True for errors and placeholders, except for missing entries that the sign-in asks for. */
function isAskedAbout({ severity, code, entries }: CheckedProblem, { signIn }: CheckResult): boolean {
  const comesLater = (key: string) =>
    signIn?.parameters.some(({ entry, required }) => required && entry === key) === true;
  if (entries?.every(comesLater) === true) return false;
  return severity === 'error' || code === 'placeholder';
}

async function acceptsUnchecked(ui: Ui, account: Account): Promise<boolean> {
  const text = messages.provisionWith(account.label, hostOf(account));
  const notice = { tone: 'warning', text, detail: messages.serverDownDetail, modal: true } as const;
  return (await ui.show(notice, provisionAnyway)) !== undefined;
}

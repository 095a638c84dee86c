import { config, t as translate } from '@vscode/l10n';

/** Names between braces in a message. Anything with a space, a colon or a quote is text that happens to be in braces. */
type ValueNames<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${' ' | ':' | '"'}${string}` ? never : Name) | ValueNames<Rest>
  : never;

type Values<Message extends string> = [ValueNames<Message>] extends [never]
  ? []
  : [Readonly<Record<ValueNames<Message>, string | number>>];

/**
 * A message in the language of the editor, or as it is where there are no translations.
 *
 * A message is one or more whole sentences, or a whole label: a translator can neither reorder nor inflect what is glued
 * together from pieces. It is written as a literal, because `npm run generate` collects the messages from the source.
 * @param message English text, with the names of its values in braces: `Delete {name}?`.
 * @param values The value of each name. It is put in as it is: what comes from outside is made safe before
 * (`common/src/text/plainText.ts`).
 */
export function t<Message extends string>(message: Message, ...values: Values<Message>): string {
  return translate(message, ...(values as unknown as [Record<string, string | number>]));
}

/**
 * Has {@link t} translate from now on. Many messages are constants, made while their file loads: whoever starts a process
 * calls this before it loads them.
 * @param translations By English text, as `vscode.l10n.bundle` has them.
 */
export function useTranslations(translations: Readonly<Record<string, string>>): void {
  config({ contents: { ...translations } });
}

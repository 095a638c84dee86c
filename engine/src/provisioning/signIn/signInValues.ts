import type { SignIn, SignInParameter } from '../../../../common/src/protocol/checking';
import { propertiesIn, type JsonText } from '../../../../common/src/json/readJson';
import type { SignInValues } from '../../platform/oauth';
import type { Ui } from '../../ui';
import { parseAddress } from './callback';
import * as messages from './messages';

/** What the platform needs for a sign-in page, and which of it the person entered. */
export interface Collected {
  readonly values: SignInValues;
  /** Entries that the file lacks and that have to be added to the request. */
  readonly configuration: Readonly<Record<string, string>>;
  /** The values that are secret. */
  readonly secrets: readonly string[];
}

/**
 * Takes the values that a sign-in needs from a request, and asks for those that are missing, with hidden input for secrets.
 * Throws `Cancelled`. Does not change the file.
 */
export async function collectValues(ui: Ui, signIn: SignIn, element: string, request: JsonText): Promise<Collected> {
  const entries = configurationOf(request);
  const values: Record<string, string> = {};
  const configuration: Record<string, string> = {};
  const secrets: string[] = [];
  for (const parameter of signIn.parameters) {
    const { name, entry, secret, required } = parameter;
    const given = entries.get(entry ?? name);
    if (given === undefined && !required) continue;
    const value = given ?? (await ask(ui, element, parameter));
    values[name] = value;
    if (given === undefined && entry !== undefined) configuration[entry] = value;
    if (secret) secrets.push(value);
  }
  return { values, configuration, secrets };
}

async function ask(ui: Ui, element: string, { name, label, description, secret }: SignInParameter): Promise<string> {
  const isAddress = name === 'callbackUrl';
  const typed = await ui.ask({
    title: messages.signInTitle(element),
    prompt: messages.askForSignIn(label, description),
    placeHolder: isAddress ? messages.callbackExample : messages.notInTheFile,
    password: secret,
    validate: (text) => {
      if (text.trim() === '') return messages.valueNeeded;
      return isAddress && parseAddress(text) === undefined ? messages.addressNeeded : undefined;
    },
  });
  return typed.trim();
}

/** Returns the entries of `configuration` that have a value, as strings: numbers as JavaScript writes them. */
function configurationOf(request: JsonText): ReadonlyMap<string, string> {
  const configuration = propertiesIn(request, request.values[0]).get('configuration');
  const texts = [...propertiesIn(request, configuration)].flatMap(([key, value]): [string, string][] => {
    const spelled = request.text.slice(value.start, value.end);
    const text = value.type === 'number' ? String(Number(spelled)) : value.type === 'boolean' ? spelled : value.text;
    return text === undefined || text === '' ? [] : [[key, text]];
  });
  return new Map(texts);
}

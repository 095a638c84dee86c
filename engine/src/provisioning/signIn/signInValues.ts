import type { SignIn, SignInParameter } from '../../../../common/src/protocol/checking';
import * as messages from '../../messages';
import { isObject, parseJson } from '../../../../common/src/json/jsonValue';
import type { SignInValues } from '../../platform/oauth';
import type { Ui } from '../../ui';
import { parseAddress } from './callback';

/** What the platform needs for a sign-in page, and what of it a person gave. */
export interface Collected {
  readonly values: SignInValues;
  /** Entries that the request has to have, too, and that its file lacks. */
  readonly configuration: Readonly<Record<string, string>>;
  /** The secret ones among the values. */
  readonly secrets: readonly string[];
}

/**
 * Takes what a sign-in needs from the body of a request, and asks for what is missing, secrets hidden. Throws `Cancelled`.
 * Nothing is written into the file.
 */
export async function collectValues(ui: Ui, signIn: SignIn, element: string, body: string): Promise<Collected> {
  const entries = readConfiguration(body);
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
    placeHolder: isAddress ? messages.callbackPlace : messages.notInTheFile,
    password: secret,
    validate: (text) => {
      if (text.trim() === '') return messages.valueNeeded;
      return isAddress && parseAddress(text) === undefined ? messages.addressNeeded : undefined;
    },
  });
  return typed.trim();
}

/** The entries of `configuration` that have a value, as texts. */
function readConfiguration(body: string): ReadonlyMap<string, string> {
  const request = parseJson(body);
  const configuration = isObject(request) ? request['configuration'] : undefined;
  if (!isObject(configuration)) return new Map();
  const texts = Object.entries(configuration).flatMap(([key, value]): [string, string][] =>
    ['string', 'number', 'boolean'].includes(typeof value) && value !== '' ? [[key, String(value)]] : [],
  );
  return new Map(texts);
}

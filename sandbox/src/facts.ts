/**
 * The facts of one element, as the platform's public documentation (2016 to 2020) gives them: one small JSON file per
 * element in test/fixtures/facts, named after the element's key. They are written from the documentation and never from
 * schemas/, so that the sandbox can disagree with the editor.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, Reader } from './reader';

const flows = ['direct', 'oauth2-code', 'oauth1-token'] as const;
const entryTypes = ['string', 'password', 'boolean', 'integer', 'url', 'enum', 'json'] as const;

/** A method to authenticate at the provider. */
export interface AuthMethod {
  /** The platform's name for it: `basic`, `custom`, `oauth2` and so on. */
  readonly type: string;
  readonly flow: (typeof flows)[number];
  /** Keys of `configuration` that this method requires. */
  readonly required: readonly string[];
  /** Properties of the request's `providerData` that this method requires. */
  readonly providerData: readonly string[];
  /** The entry and value that choose this method, or null. The first method is the default. */
  readonly selector: { readonly key: string; readonly value: string } | null;
}

/** One entry of `configuration`. */
export interface ConfigurationEntry {
  readonly key: string;
  readonly label: string;
  readonly type: (typeof entryTypes)[number];
  /** Whether a person would keep the value to themselves. The platform masks by `type`, not by this. */
  readonly secret: boolean;
  /** Whether every auth method requires the entry. */
  readonly required: boolean;
  readonly default: string | number | boolean | null;
  /** Seen in responses only: the platform fills it in and nobody is asked for it. Sending it is allowed. */
  readonly platformOnly: boolean;
  /** Documented values, for the type `enum`. */
  readonly enum?: readonly string[];
  /** What a documented response shows where the request left the entry out and there is no default. */
  readonly responseValue?: string;
}

export interface ElementFacts {
  readonly key: string;
  readonly name: string;
  /** What the element reaches, in one line. */
  readonly summary: string;
  /** Hub and id are null if they are not documented. */
  readonly hub: string | null;
  readonly id: number | null;
  readonly authentication: readonly AuthMethod[];
  readonly configuration: readonly ConfigurationEntry[];
}

/** Where this repository keeps the facts. */
export const factsFolder = join(import.meta.dirname, '../../test/fixtures/facts');

/**
 * Reads every `<key>.json` of a folder, in the order of the keys.
 * Throws an Error with the file, the path in it and the expected value.
 */
export function readFacts(folder: string = factsFolder): ElementFacts[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.length === 0) throw new Error(`No facts in ${folder}: it should hold one <element key>.json per element.`);
  return files.sort().map((name) => {
    const facts = parseFacts(readFileSync(join(folder, name), 'utf8'), name);
    if (facts.key !== basename(name, '.json')) fail(name, 'key', `"${basename(name, '.json')}", as the file name says`);
    return facts;
  });
}

/** Turns the text of one facts file into facts. `name` is for the error message only. Throws as {@link readFacts}. */
export function parseFacts(text: string, name: string): ElementFacts {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`Facts file ${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const file = new Reader(name, '', json);
  const facts: ElementFacts = {
    key: file.text('key'),
    name: file.text('name'),
    summary: file.text('summary'),
    hub: file.property('hub') === null ? null : file.text('hub'),
    id: file.property('id') === null ? null : file.integer('id'),
    authentication: file.list('authentication').map(readAuthMethod),
    configuration: file.list('configuration').map(readEntry),
  };
  checkRequired(facts, name);
  return facts;
}

function readAuthMethod(authMethod: Reader): AuthMethod {
  const selector = authMethod.property('selector') === null ? null : authMethod.child('selector');
  return {
    type: authMethod.text('type'),
    flow: authMethod.oneOf('flow', flows),
    required: authMethod.texts('required'),
    providerData: authMethod.texts('providerData'),
    selector: selector && { key: selector.text('key'), value: selector.text('value') },
  };
}

function readEntry(entry: Reader): ConfigurationEntry {
  return {
    key: entry.text('key'),
    label: entry.text('label'),
    type: entry.oneOf('type', entryTypes),
    secret: entry.flag('secret'),
    required: entry.flag('required'),
    default: entry.scalar('default'),
    platformOnly: entry.flag('platformOnly'),
    ...(entry.has('enum') && { enum: entry.texts('enum') }),
    ...(entry.has('responseValue') && { responseValue: entry.text('responseValue') }),
  };
}

/** `required` is in auth methods and in entries, since an element may have several methods: both must agree. */
function checkRequired({ authentication, configuration }: ElementFacts, name: string): void {
  if (authentication.length === 0) fail(name, 'authentication', 'at least one auth method');
  const known = new Set(configuration.map((entry) => entry.key));
  for (const key of authentication.flatMap((authMethod) => authMethod.required)) {
    if (!known.has(key)) fail(name, 'authentication', `only keys of configuration as required, and "${key}" is none`);
  }
  configuration.forEach((entry, index) => {
    const inAll = authentication.every((authMethod) => authMethod.required.includes(entry.key));
    if (entry.required !== inAll) {
      fail(name, `configuration[${index}].required`, `${String(inAll)}, as in the auth methods`);
    }
  });
}

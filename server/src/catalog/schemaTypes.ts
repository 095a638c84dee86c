import type { ErrorObject } from 'ajv';
import type { ElementSummary } from '../../../common/src/catalog/generatedFiles';
import type { SignIn } from '../../../common/src/protocol/checking';

/** The part of JSON Schema draft-07 that the files under schemas/ use; other keywords pass through untouched. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly 'x-element'?: ElementFacts;
}

/** One method of authentication. Keys are entries of `configuration`. */
export interface AuthMethod {
  /** Name of the scheme: `basic`, `apiKey`, `custom`, `oauth1`, `oauth2`. */
  readonly type: string;
  /** By entries of the configuration alone, or on the provider's page. */
  readonly flow: 'direct' | SignIn['flow'];
  /** Distinguishes the methods of one element; absent where there is only one. */
  readonly title?: string;
  /** In the order in which a person fills them in. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Properties of `providerData` that the sign-in at the provider yields. */
  readonly providerData: readonly string[];
  /** The entry, and its value, that select this method. */
  readonly selector?: { readonly entry: string; readonly value: string };
  /** The method that a request has that selects none. */
  readonly default?: true;
  /** Parameters that `/elements/{key}/oauth/url` takes for this method. */
  readonly oauthUrlParameters?: readonly string[];
  /** OAuth 1.0a: parameters that `/elements/{key}/oauth/token` takes for this method. */
  readonly oauthTokenParameters?: readonly string[];
  /** Parameters of these whose values stand in an entry that their name does not tell, each with that entry. */
  readonly parameterEntries?: Readonly<Record<string, string>>;
  /** Parameters of these that the sign-in needs and no required entry holds, each with what to ask a person for. */
  readonly parameterQuestions?: Readonly<Record<string, string>>;
  /** The property of the request that says that its caller already holds tokens of the provider. */
  readonly externalAuthentication?: 'initial';
  /** Entries that a new request begins with, where these are not just the required ones. */
  readonly skeleton?: readonly string[];
}

/** The annotation `x-element`: what is known of an element beside the form of its request. */
export interface ElementFacts {
  readonly name: string;
  /** Null where no document tells it. */
  readonly hub: string | null;
  readonly id: number | null;
  /** What the element reaches, in one line. */
  readonly summary: string;
  /** What to do at the provider first. */
  readonly setup?: string;
  /** Page of the public documentation (2016 to 2020): its path there, in Markdown. */
  readonly page?: string;
  /** Other names that the documents give an entry, each with the entry that it stands for. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** At least one; the one to begin with first. */
  readonly authMethods: readonly AuthMethod[];
}

/** A validator that ajv has compiled: after a value that breaks something, `errors` says what. */
export interface CompiledValidator {
  (value: unknown): unknown;
  errors?: readonly ErrorObject[] | null;
}

/** Validators by the text of their schemas (`schemaText` of validateValue.ts). */
export type Validators = ReadonlyMap<string, CompiledValidator>;

/** Where schemas come from: files in the server, plain objects in tests. */
export interface SchemaSource {
  elements(): readonly ElementSummary[];
  /** The requests to begin with, as bodies of snippets, by prefix: `ce-<key>`, and one for each further authentication method. */
  skeletons(): ReadonlyMap<string, string>;
  /** Path relative to schemas/, such as `elements/helpscout.schema.json`; undefined when there is no such schema. */
  read(path: string): JsonSchema | undefined;
  /** Those of the schemas of values that are compiled already. */
  readonly validators: Validators;
  /** Compiles any other schema of a value. May throw, as may what it gives. */
  compile(schema: JsonSchema): CompiledValidator;
  /** A schema as it is written, to show to a person. */
  file(path: string): SchemaFile | undefined;
}

export interface SchemaFile {
  readonly uri: string;
  readonly text: string;
}

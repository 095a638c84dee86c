import type { ErrorObject } from 'ajv';
import type { ElementSummary } from '../../../common/src/catalog/generatedFiles';
import type { SignIn } from '../../../common/src/protocol/checking';

/** The part of JSON Schema draft-07 that the code reads; other keywords are left as they are. */
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

/** A method of authentication. Its keys are those of entries of `configuration`. */
export interface AuthMethod {
  /** Name of the scheme: `basic`, `apiKey`, `custom`, `oauth1`, `oauth2`. */
  readonly type: string;
  /** `direct` where the entries of `configuration` are enough; else the kind of sign-in on the provider's page. */
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
  /** True for the method of a request that selects none. */
  readonly default?: true;
  /** Parameters of `/elements/{key}/oauth/url` for this method. */
  readonly oauthUrlParameters?: readonly string[];
  /** OAuth 1.0a: parameters of `/elements/{key}/oauth/token` for this method. */
  readonly oauthTokenParameters?: readonly string[];
  /** The entries of parameters where their names don't imply it. */
  readonly parameterEntries?: Readonly<Record<string, string>>;
  /** The questions for parameters that the sign-in needs, but that no required entry has. */
  readonly parameterQuestions?: Readonly<Record<string, string>>;
  /** The value of `externalAuthentication` with which the caller provides the provider's tokens. */
  readonly externalAuthentication?: 'initial';
  /** Entries of a new request, if these aren't just the required ones. */
  readonly skeleton?: readonly string[];
}

/** The annotation `x-element`: facts about an element apart from the schema of its request. */
export interface ElementFacts {
  readonly name: string;
  /** Null where no document has it. */
  readonly hub: string | null;
  readonly id: number | null;
  /** What the element connects to, in one line. */
  readonly summary: string;
  /** What to do at the provider first. */
  readonly setup?: string;
  /** Path of its page in the public documentation (2016 to 2020), in Markdown. */
  readonly page?: string;
  /** Other spellings of entry keys in the documentation, each with the key itself. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** At least one. The first one is for new requests. */
  readonly authMethods: readonly AuthMethod[];
}

/** A validator compiled by ajv. After an invalid value, `errors` has the reasons. */
export interface CompiledValidator {
  (value: unknown): unknown;
  errors?: readonly ErrorObject[] | null;
}

/** Validators by the text of their schemas (`schemaText` of validateValue.ts). */
export type Validators = ReadonlyMap<string, CompiledValidator>;

/** A source of schemas: files in the server, plain objects in tests. */
export interface SchemaSource {
  elements(): readonly ElementSummary[];
  /** New requests as bodies of snippets, by prefix: `ce-<key>`, and one for each further authentication method. */
  skeletons(): ReadonlyMap<string, string>;
  /**
   * @param path Relative to schemas/, such as `elements/helpscout.schema.json`. Undefined where the file doesn't exist.
   */
  read(path: string): JsonSchema | undefined;
  /** Validators of the schemas of values that are compiled already. */
  readonly validators: Validators;
  /** Compiles any other schema of a value. It may throw, and so may its result. */
  compile(schema: JsonSchema): CompiledValidator;
  /** A schema file, unprocessed, to show to a person. */
  file(path: string): SchemaFile | undefined;
}

export interface SchemaFile {
  readonly uri: string;
  readonly text: string;
}

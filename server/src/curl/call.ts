import { apiPath } from '../../../common/src/platform/apiCall';
import type { Argument, Command, Word } from './command';
import { argumentOf } from './command';
import { readOptions } from './options';

/** The call that a command makes to the platform. */
export interface Call {
  readonly address: Argument;
  /** Path after `/elements/api-v2`, or from `/instances` on, without the query. */
  readonly path: string;
  readonly method: string;
  readonly headers: readonly Header[];
  /** The data of `-d` and similar options, in their order. */
  readonly data: readonly Data[];
  /** Offset of the first option with data. */
  readonly dataAt: number | undefined;
  /** True where there may be more headers: from a file, a variable or a configuration. */
  readonly hasMoreHeaders: boolean;
}

export interface Header {
  readonly name: string;
  readonly argument: Argument;
  /** Offset of the header's value in that of the argument. */
  readonly valueAt: number;
  readonly value: string;
}

export interface Data {
  readonly option: string;
  readonly argument: Argument;
  /** The name of the file that is sent, if the data is from a file. */
  readonly file?: string;
}

const dataOptions = new Set(['d', 'data', 'data-ascii', 'data-binary', 'data-raw', 'json']);
const otherHeaders = new Set(['K', 'config', 'u', 'user', 'oauth2-bearer', 'n', 'netrc', 'netrc-file']);
const otherBodies = new Set(['data-urlencode', 'F', 'form', 'form-string', 'T', 'upload-file']);

/** Undefined for a command that doesn't call the platform. */
export function readCall(command: Command): Call | undefined {
  const { options, others } = readOptions(command.words);
  const valuesOf = (...names: readonly string[]): Argument[] =>
    options.flatMap(({ name, value }) => (names.includes(name) && value ? [value] : []));
  const allHeaders = valuesOf('H', 'header');
  const headers = allHeaders.flatMap(readHeader);
  const authorization = headers.find(({ name }) => name === 'authorization')?.value ?? '';
  const address = [...valuesOf('url'), ...others.map((word) => argumentOf(word))].find(({ value }) =>
    isPlatform(value, authorization),
  );
  if (!address) return undefined;
  const data = options.flatMap(({ name, value }): Data[] =>
    value && dataOptions.has(name) ? [readData(name, value)] : [],
  );
  const hasOtherBody = options.some(({ name }) => otherBodies.has(name));
  const isGet = options.some(({ name }) => name === 'G' || name === 'get' || name === 'I' || name === 'head');
  return {
    address,
    path: pathOf(address.value) ?? '',
    method: (
      valuesOf('X', 'request').at(-1)?.value ?? ((data.length > 0 || hasOtherBody) && !isGet ? 'POST' : 'GET')
    ).toUpperCase(),
    headers,
    data: isGet ? [] : data,
    dataAt: data[0] && optionStart(command.words, data[0].argument),
    hasMoreHeaders:
      headers.length < allHeaders.length ||
      options.some(({ name }) => otherHeaders.has(name)) ||
      // A variable may contain any options.
      others.some((word) => word !== address.word && word.pieces[0]?.isVariable === true),
  };
}

function optionStart(words: readonly Word[], { word, from }: Argument): number {
  const index = words.indexOf(word);
  return (from > 0 ? word : (words[index - 1] ?? word)).start;
}

/** Empty where the header comes from a file or a variable. */
function readHeader(argument: Argument): Header[] {
  const { value, word, from } = argument;
  if (value.startsWith('@') || word.pieces.some((piece) => piece.isVariable && piece.at === from)) return [];
  // A name without a colon is meant as a header, too.
  const [before = '', name = ''] = /^\s*([\w-]+)\s*[:\uff1a]?\s*/.exec(value) ?? [];
  return [{ name: name.toLowerCase(), argument, valueAt: before.length, value: value.slice(before.length) }];
}

function readData(option: string, argument: Argument): Data {
  const file = option === 'data-raw' ? undefined : /^@(.+)/s.exec(argument.value)?.[1];
  return { option, argument, ...(file === undefined ? {} : { file }) };
}

/** Path of an address of the platform; undefined for other addresses. */
function pathOf(address: string): string | undefined {
  const bare = /^[^?#]*/.exec(address)?.[0] ?? '';
  const at = bare.indexOf(apiPath);
  if (at >= 0) return bare.slice(at + apiPath.length);
  return /\/instances\/?$/.test(bare) ? '/instances' : undefined;
}

/** A host, or a variable instead of one, directly before `/instances`. */
const bareHost = /^(?:https?:\/\/)?[^/]+\/instances\/?$/i;
const host = /^https?:\/\/([\w.-]*)\//i;
const knownHost = /cloud-?elements|openconnectors/i;
const ownScheme = /^(?:$|user\b|organization\b|element\b|[$%<{`"'\u2018-\u201f])/i;

/**
 * True for an address of the platform. Other services have paths that end with `/instances`, too. For an unknown host,
 * that counts only if it is the complete path and the `Authorization` header has the scheme of the platform.
 */
function isPlatform(address: string, authorization: string): boolean {
  if (address.includes(apiPath)) return true;
  const bare = /^[^?#]*/.exec(address)?.[0] ?? '';
  if (pathOf(bare) === undefined) return false;
  return (
    knownHost.test(host.exec(bare)?.[1] ?? '') ||
    (bareHost.test(bare.replace('://<', '://')) && ownScheme.test(authorization))
  );
}

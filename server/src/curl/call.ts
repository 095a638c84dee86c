import { apiPath } from '../../../common/src/platform/apiCall';
import type { Argument, Command, Word } from './command';
import { argumentOf } from './command';
import { readOptions } from './options';

/** What a command asks of the platform. */
export interface Call {
  readonly address: Argument;
  /** Path after `/elements/api-v2`, or from `/instances` on; without what follows a `?`. */
  readonly path: string;
  readonly method: string;
  readonly headers: readonly Header[];
  /** What `-d` and its like send, in their order. */
  readonly data: readonly Data[];
  /** Offset of the option that the first data belongs to. */
  readonly dataAt: number | undefined;
  /** True where headers may come from what is not written here: a file, a variable, a config. */
  readonly hasMoreHeaders: boolean;
}

export interface Header {
  readonly name: string;
  readonly argument: Argument;
  /** Of the header's value, in the argument's. */
  readonly valueAt: number;
  readonly value: string;
}

export interface Data {
  readonly option: string;
  readonly argument: Argument;
  /** Where it is sent from a file: its name, at this offset of the argument's value. */
  readonly file?: string;
}

const dataOptions = new Set(['d', 'data', 'data-ascii', 'data-binary', 'data-raw', 'json']);
const otherHeaders = new Set(['K', 'config', 'u', 'user', 'oauth2-bearer', 'n', 'netrc', 'netrc-file']);
const otherBodies = new Set(['data-urlencode', 'F', 'form', 'form-string', 'T', 'upload-file']);

/** Undefined for a command that does not call the platform. */
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
      // A variable may hold any options.
      others.some((word) => word !== address.word && word.pieces[0]?.isVariable === true),
  };
}

function optionStart(words: readonly Word[], { word, from }: Argument): number {
  const index = words.indexOf(word);
  return (from > 0 ? word : (words[index - 1] ?? word)).start;
}

/** None where the header is not written here: it comes from a file or a variable. */
function readHeader(argument: Argument): Header[] {
  const { value, word, from } = argument;
  if (value.startsWith('@') || word.pieces.some((piece) => piece.isVariable && piece.at === from)) return [];
  // A name without its colon is a header that was meant.
  const [before = '', name = ''] = /^\s*([\w-]+)\s*[:\uff1a]?\s*/.exec(value) ?? [];
  return [{ name: name.toLowerCase(), argument, valueAt: before.length, value: value.slice(before.length) }];
}

function readData(option: string, argument: Argument): Data {
  const file = option === 'data-raw' ? undefined : /^@(.+)/s.exec(argument.value)?.[1];
  return { option, argument, ...(file === undefined ? {} : { file }) };
}

/** Path of an address of the platform; undefined where it has none. */
function pathOf(address: string): string | undefined {
  const bare = /^[^?#]*/.exec(address)?.[0] ?? '';
  const at = bare.indexOf(apiPath);
  if (at >= 0) return bare.slice(at + apiPath.length);
  return /\/instances\/?$/.test(bare) ? '/instances' : undefined;
}

/** A host or a variable that stands for one, and nothing of a path. */
const bareHost = /^(?:https?:\/\/)?[^/]+\/instances\/?$/i;
const host = /^https?:\/\/([\w.-]*)\//i;
const knownHost = /cloud-?elements|openconnectors/i;
const ownScheme = /^(?:$|user\b|organization\b|element\b|[$%<{`"'\u2018-\u201f])/i;

/**
 * True for an address of the platform. Others have a path that ends in `/instances`, too: that alone counts where no other
 * path is before it, and the call is signed in as the platform wants it.
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

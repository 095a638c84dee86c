import { authorizationValue, secretVariables } from '../../../common/src/platform/apiCall';
import { t } from '../../../common/src/text/translate';
import { isPlaceholder, sampleHost } from '../request/placeholders';
import { insertion, type TextEdit } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';
import { readAuthorization, type Authorization, type HeaderSecret } from './authorization';
import type { Header } from './call';
import { isBroken, type Argument } from './command';
import type { CurlCommand } from './commands';
import { editToSource, pieceOver, rangeToSource, touchesVariable } from './bodyEdits';
import { finding, type Finding } from './findings';
import { markOf, shellRules, type Shell } from './shellRules';

/** Finds the problems of a command apart from its quoting and its JSON: header, address, content type. */
export const findCallProblems = (command: CurlCommand): Finding[] => [
  ...authorizationFindings(command),
  ...contentTypeFindings(command),
  ...addressFindings(command),
];

/** Paths of calls to the platform itself. Other calls may be to an instance, and have other headers. */
const platformPath = /^\/(?:instances|elements)\b/;

const secretLabels = {
  user: t('The user secret'),
  organization: t('The organization secret'),
  element: t('The element token'),
};

function authorizationFindings({ text, call, shell, words }: CurlCommand): Finding[] {
  const header = call.headers.find(({ name }) => name === 'authorization');
  if (!header) {
    const [first] = words;
    if (!first || call.hasMoreHeaders || !call.path.startsWith('/instances')) return [];
    const edits = [insertion(first.end, ` -H ${authorizationHeader(shell)}`)];
    return [finding({ code: 'curl-authorization', fault: 'missing', range: rangeOf(first) }, () => edits)];
  }
  const read = readAuthorization(header.value);
  const form = platformPath.test(call.path) ? formFindings(header, read, shell) : [];
  // A token that doesn't belong there is one problem, not two.
  const secrets = read.secrets.filter(({ kind }) => form.length === 0 || kind !== 'element');
  return [...form, ...secrets.flatMap((secret) => secretFindings(text, header, secret, shell))];
}

const rangeOf = ({ start, end }: OffsetRange): OffsetRange => ({ start, end });

function authorizationHeader(shell: Shell): string {
  const { nameVariable } = shellRules[shell];
  const [user, organization] = [nameVariable(secretVariables.user), nameVariable(secretVariables.organization)];
  return `"Authorization: ${authorizationValue({ user, organization })}"`;
}

/** Maps a range of a header's value to the text. */
const inText = ({ argument, valueAt }: Header, { start, end }: OffsetRange): OffsetRange =>
  rangeToSource(argument, { start: start + valueAt, end: end + valueAt });

function formFindings(header: Header, { fault }: Authorization, shell: Shell): Finding[] {
  if (!fault) return [];
  const { kind } = fault;
  const found = inText(header, fault.range);
  const range = found.start === found.end ? rangeOf(header.argument.word) : found;
  const problem = { code: 'curl-authorization' as const, fault: kind, range };
  const { argument, valueAt } = header;
  const edit = (change: TextEdit): TextEdit[] | undefined => {
    const { start, end, text } = change;
    const sourceEdit = editToSource(argument, { start: start + valueAt, end: end + valueAt, text }, shell);
    return sourceEdit && [sourceEdit];
  };
  if (kind === 'comma') return [finding(problem, () => edit(insertion(fault.range.end, ',')))];
  if (kind !== 'element') return [finding(problem)];
  const isFirst = header.value.slice(0, fault.range.start).trim() === '';
  const before = isFirst ? 0 : header.value.lastIndexOf(',', fault.range.start);
  const separator = /^\s*,\s*/.exec(header.value.slice(fault.range.end))?.[0].length ?? 0;
  const end = fault.range.end + (isFirst ? separator : 0);
  return [finding(problem, () => edit({ start: before, end, text: '' }))];
}

function secretFindings(text: string, header: Header, secret: HeaderSecret, shell: Shell): Finding[] {
  const range = inText(header, secret.range);
  if (isPlaceholder(secret.value)) return [finding({ code: 'placeholder', value: secret.value, range })];
  const within = { start: secret.range.start + header.valueAt, end: secret.range.end + header.valueAt };
  if (touchesVariable(header.argument, within) || /\s/.test(secret.value)) return [];
  const [name, label] = [secretVariables[secret.kind], secretLabels[secret.kind]];
  const reference = shellRules[shell].nameVariable(name);
  if (isUnexpanded(secret.value, shell)) {
    return [
      finding({ code: 'curl-unexpanded-variable', variable: secret.value, range }, () =>
        expandedEdits(text, header.argument, within, secret.value),
      ),
    ];
  }
  return [
    finding(
      { code: 'written-secret', label, name, reference, range },
      () => expandedEdits(text, header.argument, within, reference),
      { preferred: false },
    ),
  ];
}

/** True for a value that is a variable which the shell does not expand there. */
export function isUnexpanded(value: string, shell: Shell): boolean {
  const form = { posix: /^\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})$/, powershell: /^\$(?:env:)?[A-Za-z_]\w*$/, cmd: /^$/ };
  return value !== '' && form[shell].test(value);
}

/** Replaces a part of an argument with a variable, in quotes in which the shell expands it. */
function expandedEdits(
  text: string,
  argument: Argument,
  within: OffsetRange,
  reference: string,
): TextEdit[] | undefined {
  const range = rangeToSource(argument, within);
  const piece = pieceOver(argument.word, range);
  if (!piece || (piece.quotes && isBroken(piece.quotes))) return undefined;
  const replaced = { ...range, text: reference };
  const { quotes } = piece;
  if (quotes?.family !== 'single') return [replaced];
  // Double quotes expand other variables in the header as well, as is meant. No header needs escapes.
  if (
    /["`\\]/.test(text.slice(quotes.start, quotes.end)) ||
    piece.end - piece.start !== quotes.end - quotes.start - 2
  ) {
    return undefined;
  }
  return [
    { start: quotes.start, end: quotes.start + 1, text: '"' },
    replaced,
    { start: quotes.end - 1, end: quotes.end, text: '"' },
  ];
}

const jsonType = /^application\/(?:[\w.-]+\+)?json\b/i;

function contentTypeFindings({ call, words, shell }: CurlCommand): Finding[] {
  const [data] = call.data;
  if (!data || data.option === 'json' || call.dataAt === undefined || call.method === 'GET') return [];
  const { argument } = data;
  const isKnown = data.file === undefined && !touchesVariable(argument, { start: 0, end: 1 });
  if (isKnown ? !/^\s*[{[]/.test(argument.value) : !call.path.startsWith('/instances')) return [];
  const header = call.headers.find(({ name }) => name === 'content-type');
  if (header) {
    const { valueAt } = header;
    const end = valueAt + header.value.length;
    if (jsonType.test(header.value) || touchesVariable(header.argument, { start: valueAt, end })) return [];
    const edit = editToSource(header.argument, { start: valueAt, end, text: 'application/json' }, shell);
    const range =
      header.value === '' ? rangeOf(header.argument.word) : inText(header, { start: 0, end: end - valueAt });
    return [finding({ code: 'curl-content-type', isWrong: true, range }, () => edit && [edit])];
  }
  if (call.hasMoreHeaders) return [];
  const start = call.dataAt;
  const option = words.find((word) => word.start === start);
  const end = option && option !== argument.word ? option.end : Math.min(start + 2, argument.word.end);
  const mark = markOf('single', shell);
  return [
    finding({ code: 'curl-content-type', isWrong: false, range: { start, end } }, () => [
      insertion(start, `-H ${mark}Content-Type: application/json${mark} `),
    ]),
  ];
}

const placeholderIn = /<[^<>\s/]{1,80}>|\{\{[^{}\s/]{1,80}\}\}/g;

function addressFindings({ call }: CurlCommand): Finding[] {
  const { address } = call;
  const placeholders = [...address.value.matchAll(placeholderIn)].map(({ 0: value, index }): Finding =>
    finding({ code: 'placeholder', value, range: rangeToSource(address, { start: index, end: index + value.length }) }),
  );
  if (placeholders.length > 0) return placeholders;
  const host = sampleHost(address.value);
  if (host === undefined) return [];
  const start = address.value.indexOf(host);
  return [finding({ code: 'sample-host', host, range: rangeToSource(address, { start, end: start + host.length }) })];
}

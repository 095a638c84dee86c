import { isPlaceholder } from '../request/placeholders';
import type { OffsetRange } from '../../../common/src/json/tree';
import type { AuthorizationFault } from '../problems/curlProblems';

/**
 * The `Authorization` header of calls to the platform: `User …, Organization …` in any order. A third part `Element …`
 * belongs only in calls to one instance: with it, the platform may route any call to that instance.
 */
export interface Authorization {
  readonly fault?: { readonly kind: AuthorizationFault; readonly range: OffsetRange };
  readonly secrets: readonly HeaderSecret[];
}

export interface HeaderSecret {
  readonly kind: 'user' | 'organization' | 'element';
  readonly value: string;
  /** In the header's value. */
  readonly range: OffsetRange;
}

interface Part {
  readonly scheme: string;
  readonly secret: HeaderSecret | undefined;
  readonly range: OffsetRange;
}

const isKind = (scheme: string): scheme is HeaderSecret['kind'] =>
  scheme === 'user' || scheme === 'organization' || scheme === 'element';

/**
 * Reads the value of the header. A value that begins with a variable has no fault, because the variable may be all of
 * it.
 */
export function readAuthorization(value: string): Authorization {
  const parts = splitParts(value);
  const secrets = parts.flatMap(({ secret }) => (secret && secret.value !== '' ? [secret] : []));
  if (parts.some(({ scheme }) => /^[$%`]/.test(scheme))) return { secrets };
  const fault = findFault(value, parts);
  return fault ? { secrets, fault } : { secrets };
}

function splitParts(value: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const part of value.split(',')) {
    const start = at + (part.length - part.trimStart().length);
    const text = part.trim();
    const [before = '', scheme = ''] = /^(\S*)\s*/.exec(text) ?? [];
    const range = { start, end: start + text.length };
    const kind = scheme.toLowerCase();
    const secret = isKind(kind)
      ? { kind, value: text.slice(before.length), range: { start: start + before.length, end: range.end } }
      : undefined;
    parts.push({ scheme: kind, secret, range });
    at += part.length + 1;
  }
  return parts;
}

function findFault(value: string, parts: readonly Part[]): Authorization['fault'] {
  const whole = { start: 0, end: value.trimEnd().length };
  if (whole.end === 0) return { kind: 'form', range: whole };
  const joined = parts.find(({ secret }) => secret && /\s(?:user|organization)\s/i.test(` ${secret.value}`));
  if (joined?.secret) {
    const before = /^\S+(?=\s+(?:user|organization)\s+\S+$)/i.exec(joined.secret.value)?.[0];
    const end = joined.secret.range.start + (before?.length ?? 0);
    return before === undefined
      ? { kind: 'form', range: whole }
      : { kind: 'comma', range: { start: joined.secret.range.start, end } };
  }
  const isRight = ({ secret }: Part): boolean =>
    secret !== undefined && (!/\s/.test(secret.value) || isPlaceholder(secret.value));
  if (!parts.every(isRight)) return { kind: 'form', range: whole };
  for (const kind of ['user', 'organization'] as const) {
    if (!parts.some(({ secret }) => secret?.kind === kind && secret.value !== '')) return { kind, range: whole };
  }
  const element = parts.find(({ secret }) => secret?.kind === 'element');
  return element && { kind: 'element', range: element.range };
}

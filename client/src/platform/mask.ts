import { isObject, type JsonObject } from './json';

/** What stands in place of a secret: the platform's own mask. */
export const mask = '********';

const secretName =
  /pass|pwd|secret|token|key|credential|signature|private|authorization|bearer|code|verifier|cookie|session|jwt|assertion|\bpin\b/i;

/** True where a member's name says that its value is a secret. Errs on the side of masking. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/**
 * The secret values in the body of a request, so that they can be found wherever a server echoes them: all of
 * `providerData`, and the configuration entries that `secretEntries` names, whose name says so, or that the platform
 * masked in its answer. Without `secretEntries` nothing is known of the element, and every entry counts.
 */
export function secretsIn(body: unknown, secretEntries: readonly string[] | undefined, answer?: unknown): string[] {
  if (!isObject(body)) return [];
  const isSecret = (name: string) => secretEntries?.includes(name) !== false || isSecretName(name);
  const configuration = isObject(body['configuration']) ? body['configuration'] : {};
  const answered = isObject(answer) && isObject(answer['configuration']) ? answer['configuration'] : {};
  const values = Object.entries(configuration)
    .filter(([name]) => isSecret(name) || isMasked(answered[name]))
    .map(([, value]) => value);
  return [...values, body['providerData']].flatMap(leaves).filter(isTelling);
}

/** False for what says nothing, and would be masked wherever it stands. */
export function isTelling(value: string): boolean {
  return !/^(?:|true|false|\*+)$/.test(value);
}

/**
 * A copy of an answer that may be shown: the token, whatever has a secret name, and every place where one of `secrets`
 * occurs, are masked. Booleans and null stay, as does `key` of `element`, which is the element's name.
 */
export function maskJson(value: unknown, secrets: readonly string[]): unknown {
  const visit = (node: unknown, secret: boolean, parent: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => visit(item, secret, parent));
    if (isObject(node)) return visitMembers(node, secret, parent);
    if (typeof node !== 'string' && typeof node !== 'number') return node;
    if (node === '') return node;
    return secret || secrets.includes(String(node)) ? mask : typeof node === 'string' ? scrub(node, secrets) : node;
  };
  const visitMembers = (object: JsonObject, secret: boolean, parent: string): JsonObject => {
    const members = Object.entries(object).map(([name, member]) => {
      const plain = namesElement(name, parent);
      return [scrub(name, secrets), visit(member, !plain && (secret || isSecretName(name)), name)] as const;
    });
    return Object.fromEntries(members);
  };
  return visit(value, false, '');
}

/** The name of the element stands under a name that sounds secret. */
function namesElement(name: string, parent: string): boolean {
  return parent === 'element' && name === 'key';
}

/** A text with every one of `secrets` masked, also where it is percent-encoded or in JSON. Shorter ones than four would spoil words. */
export function scrub(text: string, secrets: readonly string[]): string {
  const spellings = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encode(secret), JSON.stringify(secret).slice(1, -1)]);
  // Longest first, or a secret that holds another would leave its rest behind.
  const ordered = [...new Set(spellings)].sort((a, b) => b.length - a.length);
  return ordered.reduce((scrubbed, secret) => scrubbed.replaceAll(secret, mask), text);
}

function encode(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // A lone surrogate cannot be percent-encoded.
    return secret;
  }
}

function isMasked(value: unknown): boolean {
  return typeof value === 'string' && /^\*+$/.test(value);
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isObject(value) ? Object.values(value).flatMap(leaves) : [];
}

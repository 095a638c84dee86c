import { isObject } from '../../../common/src/json/jsonValue';
import { secretsInText } from './insides';
import { isElementKey, isSecretName, mask } from './secretNames';
import { cover, maskerOf, merge } from './scrub';

/** No answer of the platform is nested this deeply. The limit makes recursion safe for all code that shows an answer. */
const deepest = 100;

/**
 * Returns a copy of an answer that may be shown. It masks:
 *
 * - the token, and everything else under a secret name;
 * - every part of a string that spells one of `secrets`, or that is secret by what surrounds it, in JSON or in an address;
 * - a string or number that is one of `secrets`, however short;
 * - everything nested deeper than {@link deepest} levels.
 *
 * Booleans, null and strings without a secret stay, and so does `key` of `element`, which identifies the element. The work
 * is linear in the answer and the secrets.
 */
export function maskJson(value: unknown, secrets: readonly string[]): unknown {
  const masker = maskerOf(secrets);
  const visit = (node: unknown, secret: boolean, parent: string, depth: number): unknown => {
    if (typeof node === 'string' && node !== '') {
      if (secret || masker.isSecret(node)) return mask;
      return cover(node, merge([...masker.find(node), ...secretsInText(node)]));
    }
    if (typeof node === 'number') return secret || masker.isSecret(String(node)) ? mask : node;
    if (typeof node !== 'object' || node === null) return node;
    if (depth === deepest) return mask;
    if (Array.isArray(node)) return node.map((item) => visit(item, secret, parent, depth + 1));
    if (!isObject(node)) return node;
    const properties = Object.entries(node).map(([name, propertyValue]) => {
      const isSecret = !isElementKey(parent, name) && (secret || isSecretName(name));
      return [cover(name, masker.find(name)), visit(propertyValue, isSecret, name, depth + 1)] as const;
    });
    return Object.fromEntries(properties);
  };
  return visit(value, false, '', 0);
}

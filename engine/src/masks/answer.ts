import { isObject } from '../../../common/src/json/jsonValue';
import { secretsInText } from './insides';
import { isSecretName, mask, namesElement } from './secretNames';
import { cover, maskerOf, merge } from './scrub';

/** No answer of the platform goes down so far; whoever walks through what is shown can do so without a thought. */
const deepest = 100;

/**
 * A copy of an answer that may be shown. Masked are: the token and whatever else has a secret name; every part of a text
 * that is one of `secrets` in any spelling, or secret within it, in JSON or in an address; a text or number that is one of
 * `secrets`, however short; and what is nested deeper than {@link deepest} levels. Booleans and null stay, as do plain
 * words that no secret is part of, and `key` of `element`, which is the element's name. Linear in answer and secrets.
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
      const isSecret = !namesElement(parent, name) && (secret || isSecretName(name));
      return [cover(name, masker.find(name)), visit(propertyValue, isSecret, name, depth + 1)] as const;
    });
    return Object.fromEntries(properties);
  };
  return visit(value, false, '', 0);
}

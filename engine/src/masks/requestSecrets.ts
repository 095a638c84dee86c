import { isObject } from '../../../common/src/json/jsonValue';
import type { JsonText } from '../../../common/src/json/readJson';
import { byName, echoesOf, literalsOf, secretsOfLiteral, top, type Literal, type Place } from './insides';
import { isDistinctive, isElementKey } from './secretNames';

/**
 * The strings and numbers in the body of a request. Their paths make these secret: everything in `providerData`, the
 * configuration entries in `secretEntries`, and everything under a secret name, at any depth. Without `secretEntries` nothing
 * is known about the element, and every configuration entry is secret. The `key` of `element` isn't: it identifies the
 * element.
 */
export function requestLiterals(json: JsonText, secretEntries: readonly string[] | undefined): Literal[] {
  const entries = secretEntries && new Set(secretEntries);
  const below = (above: Place, name: string | number): Place => {
    const place = byName(above, name);
    if (above.depth === 1 && isElementKey(above.name, name)) return { ...place, isPlain: true, isSecret: false };
    const isEntry = above.depth === 1 && above.name === 'configuration' && typeof name === 'string';
    const isSecret = (above.depth === 0 && name === 'providerData') || (isEntry && entries?.has(name) !== false);
    return { ...place, isSecret: place.isSecret || isSecret };
  };
  return literalsOf(json, top, below);
}

/**
 * The secrets in the body of a request, so that they can be found wherever a server echoes them: values that their paths
 * make secret (see {@link requestLiterals}), and secrets inside strings, in JSON and in addresses. `body` is the text that is
 * sent, so duplicate properties and all digits of long numbers are included. Values that say nothing (see
 * {@link isDistinctive}) are left out, and a body that isn't an object has no secrets.
 */
export function secretsIn(body: JsonText, secretEntries: readonly string[] | undefined): string[] {
  if (body.values[0]?.type !== 'object') return [];
  const found = requestLiterals(body, secretEntries).flatMap((literal) => secretsOfLiteral(literal));
  return [...new Set(found.flatMap(echoesOf))].filter(isDistinctive);
}

/** The configuration entries that the platform masked in its answer, because it treats them as secret. */
export function maskedEntries(answer: unknown): string[] {
  const configuration = isObject(answer) && isObject(answer['configuration']) ? answer['configuration'] : {};
  return Object.keys(configuration).filter((name) => /^\*+$/.test(String(configuration[name])));
}

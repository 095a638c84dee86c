import { isObject } from '../../../common/src/json/jsonValue';
import type { JsonText } from '../../../common/src/json/readJson';
import { byName, echoesOf, literalsOf, secretsOfLiteral, top, type Literal, type Place } from './insides';
import { isTelling, namesElement } from './secretNames';

/**
 * The texts and numbers in the body of a request, and which of them are secret by their place: all of `providerData`, the
 * configuration entries that `secretEntries` names, and whatever stands under a name that says so, at any depth. Without
 * `secretEntries` nothing is known of the element, and every entry counts. The `key` of `element` is its name, and plain.
 */
export function requestLiterals(json: JsonText, secretEntries: readonly string[] | undefined): Literal[] {
  const entries = secretEntries && new Set(secretEntries);
  const below = (above: Place, name: string | number): Place => {
    const place = byName(above, name);
    if (above.depth === 1 && namesElement(above.name, name)) return { ...place, isPlain: true, isSecret: false };
    const isEntry = above.depth === 1 && above.name === 'configuration' && typeof name === 'string';
    const isSecret = (above.depth === 0 && name === 'providerData') || (isEntry && entries?.has(name) !== false);
    return { ...place, isSecret: place.isSecret || isSecret };
  };
  return literalsOf(json, top, below);
}

/**
 * The secrets in the body of a request, so that they can be found wherever a server echoes them: what is secret by its
 * place (see {@link requestLiterals}), and what is secret within a text: in JSON, and in addresses. `body` is what is
 * sent, of which nothing is overlooked: duplicate properties, digits of long numbers. Texts that say nothing (see
 * {@link isTelling}) are none; nor is anything in what is no object.
 */
export function secretsIn(body: JsonText, secretEntries: readonly string[] | undefined): string[] {
  if (body.values[0]?.type !== 'object') return [];
  const found = requestLiterals(body, secretEntries).flatMap((literal) => secretsOfLiteral(literal));
  return [...new Set(found.flatMap(echoesOf))].filter(isTelling);
}

/** The configuration entries that the platform masked in its answer: it holds them for secret. */
export function maskedEntries(answer: unknown): string[] {
  const configuration = isObject(answer) && isObject(answer['configuration']) ? answer['configuration'] : {};
  return Object.keys(configuration).filter((name) => /^\*+$/.test(String(configuration[name])));
}

export { maskJson } from './answer';
export { echoesOf, secretsOfLiteral } from './insides';
export { isDistinctive, isSecretName, mask } from './secretNames';
export { maskedEntries, requestLiterals, secretsIn } from './requestSecrets';
export { maskerOf, merge, scrub } from './scrub';

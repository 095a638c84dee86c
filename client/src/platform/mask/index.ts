export { maskJson } from './answer';
export { echoesOf, secretsOfLiteral } from './insides';
export { isSecretName, isTelling, mask } from './names';
export { maskedEntries, requestLiterals, secretsIn } from './request';
export { maskerOf, merge, scrub } from './scrub';

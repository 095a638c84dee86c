/** What replaces a secret: the platform's own mask. */
export const mask = '********';

const secretName =
  /pass|pwd|secret|token|key|credential|signature|private|authorization|bearer|code|verifier|cookie|session|jwt|assertion|\bpin\b/i;

/** True if the name of a property says that its value is secret. Errs on the side of masking. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** False for a value that says nothing, such as `true`: as a secret, it would be masked everywhere. */
export function isDistinctive(value: string): boolean {
  return !/^(?:|true|false|\*+)$/.test(value);
}

/** True for `key` of `element`, which identifies the element although its name sounds secret. */
export function isElementKey(parent: string | number | undefined, name: string | number): boolean {
  return parent === 'element' && name === 'key';
}

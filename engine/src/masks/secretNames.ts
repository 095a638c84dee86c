/** What stands in place of a secret: the platform's own mask. */
export const mask = '********';

const secretName =
  /pass|pwd|secret|token|key|credential|signature|private|authorization|bearer|code|verifier|cookie|session|jwt|assertion|\bpin\b/i;

/** True where the name of a property says that its value is a secret. Errs on the side of masking. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** False for what says nothing, and would be masked wherever it stands. */
export function isTelling(value: string): boolean {
  return !/^(?:|true|false|\*+)$/.test(value);
}

/** The name of the element stands under a name that sounds secret. */
export function namesElement(parent: string | number | undefined, name: string | number): boolean {
  return parent === 'element' && name === 'key';
}

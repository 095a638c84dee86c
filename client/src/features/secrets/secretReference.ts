/** The reference to a secret, as a file contains it. */
export const secretReference = (name: string): string => `\${secret:${name}}`;

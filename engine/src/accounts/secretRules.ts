/** Why a text cannot be a platform secret. Worded in messages.ts. */
export type SecretProblem = 'empty' | 'space' | 'comma' | 'curly-quote' | 'character';

/** The platform's header is split at spaces and commas; beyond that, nothing is known of a secret's shape. Expects trimmed text. */
export function secretProblem(secret: string): SecretProblem | undefined {
  if (secret === '') return 'empty';
  if (/[\u2018-\u201f]/.test(secret)) return 'curly-quote';
  if (/\s/.test(secret)) return 'space';
  if (secret.includes(',')) return 'comma';
  return /^[\x21-\x7e]+$/.test(secret) ? undefined : 'character';
}

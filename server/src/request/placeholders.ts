/** Values that samples in documentation have instead of real ones. */

/** Patterns of placeholders, each for a complete value. They occur in documentation or in this extension's masks. */
const placeholderForms: readonly RegExp[] = [
  /^<[^<>]*>$/, // <INSERT_API_KEY>, <ADD_YOUR_TAG>, <Your Key>
  /^\{\{[^{}]*\}\}$/, // {{api_key}}
  /^\[(?:insert|add|your|enter)\b[^[\]]*\]$/i, // [your key]
  /^(?:insert|add|enter|replace|put)[_ -](?:your|here)(?:[_ -][\w -]*)?$/i, // insert-your-key, add your tag
  /^(?:INSERT|ADD|ENTER|REPLACE|PUT|MY)_[A-Z\d_]+$/, // INSERT_API_KEY; "my-desk" and "add to cart" are real values
  /^your[_-][\w-]+$/i, // YOUR_API_KEY, your-api-key
  /^your [\w ]+$/i, // your key
  /^x{3,}(?:[-.x]*x)?$/i, // xxxx, xxxx-xxxx
  /^\*{3,}$/, // the platform masks secrets in its answers as ********
  /^\.{3,}$|^…+$/, // ...
  /^(?:changeme|change_me|todo|tbd)$/i,
  /^code on (?:the )?return (?:the )?url$/i, // providerData.code in sample requests with OAuth
];

/**
 * Longer values are no placeholders. They are skipped because a pattern can be slow on a long text that almost matches.
 */
const maximumLength = 200;

/** The possible starts of all patterns: most values begin differently, and need no further matching. */
const possibleStart = /^\s*(?:[<{[*.…]|insert|add|enter|replace|put|my_|your|xxx|change|todo|tbd|code)/i;

/** Hosts in samples that readers replace with their own. */
const sampleHosts: readonly RegExp[] = [
  /^(?:[\w-]+\.)*my_?(?:cool_?)?app\.(?:com|io)$/i, // the platform's own documentation
  /^(?:[\w-]+\.)*(?:your|example)callbackurl\.com$/i, // the same
  /^(?:[\w-]+\.)*example\.(?:com|org|net)$/i, // reserved for documentation by RFC 2606
];

/** True for a value that a person is meant to replace. */
export const isPlaceholder = (value: string): boolean => {
  if (value.length > maximumLength || !possibleStart.test(value)) return false;
  const trimmed = value.trim();
  return placeholderForms.some((form) => form.test(trimmed));
};

/** The sample host in a value that is a web address; undefined for other hosts and values. */
export function sampleHost(value: string): string | undefined {
  if (!value.includes('://')) return undefined;
  const host = /^https?:\/\/([^/?#:\s]+)/i.exec(value.trim())?.[1];
  return host !== undefined && sampleHosts.some((form) => form.test(host)) ? host : undefined;
}

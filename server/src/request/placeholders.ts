/** What samples in documentation hold in place of a real value. */

/** A whole value that is a placeholder. Each row is a form seen in documentation or in this extension's own masks. */
const placeholderForms: readonly RegExp[] = [
  /^<[^<>]*>$/, // <INSERT_API_KEY>, <ADD_YOUR_TAG>, <Your Key>
  /^\{\{[^{}]*\}\}$/, // {{api_key}}
  /^\[(?:insert|add|your|enter)\b[^[\]]*\]$/i, // [your key]
  /^(?:insert|add|enter|replace|put)[_ -](?:your|here)(?:[_ -][\w -]*)?$/i, // insert-your-key, add your tag
  /^(?:INSERT|ADD|ENTER|REPLACE|PUT|MY)_[A-Z\d_]+$/, // INSERT_API_KEY; "my-desk" and "add to cart" are names
  /^your[_-][\w-]+$/i, // YOUR_API_KEY, your-api-key
  /^your [\w ]+$/i, // your key
  /^x{3,}(?:[-.x]*x)?$/i, // xxxx, xxxx-xxxx
  /^\*{3,}$/, // ******** is how the platform masks a secret in its answers
  /^\.{3,}$|^…+$/, // ...
  /^(?:changeme|change_me|todo|tbd)$/i,
  /^code on (?:the )?return (?:the )?url$/i, // as requests with OAuth show providerData.code
];

/** What is longer than any placeholder is not looked at: a form may take long over a long text that nearly fits. */
const longestPlaceholder = 200;

/** What every form begins with: most values begin otherwise, and are not held against each form. */
const beginning = /^\s*(?:[<{[*.…]|insert|add|enter|replace|put|my_|your|xxx|change|todo|tbd|code)/i;

/** Hosts that stand for the reader's own in samples. */
const sampleHosts: readonly RegExp[] = [
  /^(?:[\w-]+\.)*my_?(?:cool_?)?app\.(?:com|io)$/i, // the platform's own documentation
  /^(?:[\w-]+\.)*(?:your|example)callbackurl\.com$/i, // the same
  /^(?:[\w-]+\.)*example\.(?:com|org|net)$/i, // reserved for documentation by RFC 2606
];

/** True for a value that a person was meant to replace. */
export const isPlaceholder = (value: string): boolean => {
  if (value.length > longestPlaceholder || !beginning.test(value)) return false;
  const trimmed = value.trim();
  return placeholderForms.some((form) => form.test(trimmed));
};

/** The sample host in a value that is a web address, if it has one. */
export function sampleHost(value: string): string | undefined {
  if (!value.includes('://')) return undefined;
  const host = /^https?:\/\/([^/?#:\s]+)/i.exec(value.trim())?.[1];
  return host !== undefined && sampleHosts.some((form) => form.test(host)) ? host : undefined;
}

/** Limits of the parser. A text beyond them is not a request, and deep nesting would overflow the stack. */

/** The deepest nesting that is parsed. A request to create an instance has at most about six levels. */
export const maximumDepth = 200;

/** The longest text that is parsed, in UTF-16 units. The platform accepts at most 8 MB per request. */
export const maximumLength = 8 * 1024 * 1024;

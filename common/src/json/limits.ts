/** Bounds of what is parsed: a text beyond them is no request, and a recursive reader would not come back from it. */

/** Deepest nesting that is parsed. A request to create an instance has at most about six levels. */
export const maximumDepth = 200;

/** Longest text that is parsed, in UTF-16 units. The platform takes at most 8 MB in one request. */
export const maximumLength = 8 * 1024 * 1024;

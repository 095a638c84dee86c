/**
 * How Node.js is started for the language server. Little of what a keystroke makes lives on, so that a small nursery is
 * enough (in megabytes): it saves 5 to 20 MB, and costs no time (`npm run bench`).
 */
export const serverFlags = ['--max-semi-space-size=2'];

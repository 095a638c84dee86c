// The VS Codes that `npm test` runs the extension in. Each is the npm package code-server: VS Code's own server, extension host
// and web workbench, unchanged except for what its wrapper needs.

/** By the name that `--vscode` takes; the first is the default. What each property says is in vscodes.d.mts. */
export const vscodes = {
  // VS Code 1.100.3, in the newest code-server that runs on Node.js 20.
  '1.100': {
    codeServer: {
      version: '4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    compiled: ['@vscode/spdlog', 'native-watchdog'],
    // Its own script would download ripgrep from outside the registry.
    ripgrep: '1.18.0',
    suiteArguments: [],
  },
  // VS Code 1.139.1.
  newest: {
    codeServer: {
      version: '4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: {
      version: '24.22.3',
      integrity: {
        'linux-x64': 'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
      },
    },
    compiled: ['@vscode/spdlog', '@vscode/native-watchdog'],
    // Without it, this version ignores the request to run a suite. In 1.100 it makes every dialog throw.
    suiteArguments: ['--enable-smoke-test-driver'],
  },
};

/** The name itself, or that of the default where it is undefined. Throws an Error that lists the names if there is no such VS Code. */
export function vscodeName(name) {
  const names = Object.keys(vscodes);
  if (name === undefined) return names[0];
  if (!names.includes(name)) throw new Error(`There is no VS Code "${name}". The choices are: ${names.join(', ')}.`);
  return name;
}

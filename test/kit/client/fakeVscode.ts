// A stand-in for VS Code's API, for tests of what a feature registers. Import it before anything that imports `vscode`. All of
// the API is there and does nothing: each member can be called, made anew and gone through. What is registered is remembered.
import Module from 'node:module';

/** What each command does that was registered, by its id. */
export const registeredCommands = new Map<string, (argument?: unknown) => Promise<void>>();

/** How often a document was shown. */
export const shownDocuments = { count: 0 };

const own: Readonly<Record<string, unknown>> = {
  version: '1.97.0',
  'commands.registerCommand': (id: string, run: (argument?: unknown) => Promise<void>) => {
    if (registeredCommands.has(id)) throw new Error(`${id} is registered already.`);
    registeredCommands.set(id, run);
    return {
      dispose: () => {
        registeredCommands.delete(id);
      },
    };
  },
  'window.showTextDocument': () => {
    shownDocuments.count += 1;
    return Promise.resolve();
  },
  'workspace.isTrusted': true,
  'Disposable.from': (...parts: readonly { dispose(): void }[]) => ({
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  }),
};

/** Runs a command that a feature has registered, then lets go of the feature. */
export async function runRegistered(feature: { dispose(): void }, id: string, argument?: unknown): Promise<void> {
  try {
    const run = registeredCommands.get(id);
    if (run === undefined) throw new Error(`${id} is not registered.`);
    await run(argument);
  } finally {
    feature.dispose();
  }
}

/** Anything of the API, by its path. */
function anything(path: string): unknown {
  return new Proxy(function () {}, {
    get: (target, name) => {
      if (name === 'prototype') return Reflect.get(target, name) as unknown;
      if (name === Symbol.iterator) return () => [].values();
      if (name === Symbol.toPrimitive) return () => path;
      // No promise: what awaits it has it.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      const inner = path === '' ? name : `${path}.${name}`;
      return own[inner] ?? anything(inner);
    },
    apply: () => anything(`${path}()`),
    construct: () => anything(`new ${path}`) as object,
  });
}

// As its prototype: what an import of a module makes of it copies the members that are its own.
const vscode = Object.create(anything('') as object) as object;

const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

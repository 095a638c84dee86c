import type { ProvisionContext } from '../../../engine/src/provisioning/provisionContext';

/** What is around a press, with nothing there but what a test gives: a flow that uses anything else fails. */
export function bareContext(own: Partial<ProvisionContext>): ProvisionContext {
  const given = new Map<unknown, unknown>(Object.entries(own));
  return new Proxy({} as ProvisionContext, {
    get: (_, name) => {
      if (!given.has(name)) throw new Error(`Nothing was to use "${String(name)}".`);
      return given.get(name);
    },
  });
}

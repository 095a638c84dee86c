import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstanceStore } from '../../sandbox/src/storedInstances';
import { createConsents } from '../../sandbox/src/oauth/signInConsents';
import { createRoutes } from '../../sandbox/src/routes';
import { faultNames } from '../../sandbox/src/server';
import { defaultSettings } from '../../sandbox/src/sandboxSettings';

describe('sandbox: its README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../sandbox/README.md'), 'utf8');
  /** What stands in backticks in the first columns of all tables. */
  const named = [...readme.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) =>
    cell.replaceAll('`', '').split(', '),
  );

  it('names every call, every setting and every fault, and no other', () => {
    const settings = defaultSettings;
    const routes = createRoutes({
      elements: [],
      store: createInstanceStore(),
      settings,
      consents: createConsents(settings),
      origin: () => '',
    });
    const calls = routes.map(({ method, template }) => `${method} ${template}`);
    assert.deepEqual(named.sort(), [...calls, ...Object.keys(settings), ...faultNames].sort());
  });
});

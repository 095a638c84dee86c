import assert from 'node:assert/strict';
import { createInstance } from '../../sandbox/src/creation';
import { readCreationRequest } from '../../sandbox/src/creationRequest';
import { readFacts } from '../../sandbox/src/facts';
import { createInstanceStore } from '../../sandbox/src/storedInstances';
import { consent } from '../../sandbox/src/oauth/consent';
import { createConsents } from '../../sandbox/src/oauth/signInConsents';
import { defaultSettings } from '../../sandbox/src/sandboxSettings';
import type { Element } from '../../server/src/catalog/element';
import type { Entry } from '../../server/src/catalog/entries';
import { severityOf } from '../../server/src/problems/severities';
import type { Problem } from '../../server/src/problems/problems';
import { problemsOf } from '../kit/problems';
import { elementKeys, elementOf, requestBy, sampleValue, type Request } from './schemaFiles';

/** Severity, code, and the names that a problem is about: of the entries that are missing, or the wrong and the right one. */
function inBrief(problem: Problem): string {
  const names =
    problem.code === 'missing-entries'
      ? problem.entries.map(({ key }) => key)
      : problem.code === 'misspelled-entry'
        ? [problem.key, problem.meant]
        : [];
  return [severityOf(problem), problem.code, ...names].join(' ');
}

const problemLines = (request: unknown): string[] => problemsOf(JSON.stringify(request)).map(inBrief);

const facts = new Map(readFacts().map((each) => [each.key, each]));

/** What the sandbox, which knows no schema, answers: 'accepted', or its message. */
function sandboxSays(request: Request): string {
  const element = facts.get(request.element.key);
  assert.ok(element);
  try {
    const consents = createConsents(defaultSettings);
    const { providerData, configuration, ...rest } = request;
    const given = providerData ? consent([element], consents, { elementKey: element.key, configuration }) : {};
    // Of what the sandbox's page gives, no more than the schema names: that has to be enough.
    const sent = Object.fromEntries(Object.entries(given).filter(([name]) => name in (providerData ?? {})));
    createInstance(element, readCreationRequest(JSON.stringify({ ...rest, configuration, providerData: sent })), {
      store: createInstanceStore(),
      settings: defaultSettings,
      consents,
    });
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Entries that the facts require, and one documented request leaves out: see the table of schemas/README.md. */
const sandboxWantsMore: Readonly<Record<string, readonly string[]>> = {
  maximizer: ['maximizer.url', 'maximizer.alias'],
};

const withEntries = (request: Request, change: (entries: Map<string, unknown>) => void): Request => {
  const entries = new Map(Object.entries(request.configuration));
  change(entries);
  return { ...request, configuration: Object.fromEntries(entries) };
};

/** The last letter left out, one in the middle twice: not more than one edit. */
const misspellings = (name: string): readonly string[] => {
  const middle = Math.floor(name.length / 2);
  return [name.slice(0, -1), name.slice(0, middle) + name.charAt(middle - 1) + name.slice(middle)];
};

const wrongValues: Readonly<Record<Entry['type'], unknown>> = {
  string: 7,
  url: 'no address',
  boolean: 'maybe',
  integer: 'seven',
  enum: 'neither of them',
  json: 7,
};

const perMethod = (key: string, check: (element: Element, method: Element['authMethods'][0]) => void): void => {
  const element = elementOf(key);
  for (const method of element.authMethods) check(element, method);
};

const allNames = [...new Set(elementKeys.flatMap((key) => [...elementOf(key).entries.keys()]))];

describe('every element, with each authentication method', () => {
  for (const key of elementKeys) {
    it(`${key}: the required entries of a method are enough for the editor and for the sandbox`, () => {
      perMethod(key, (element, method) => {
        const request = requestBy(element, method);
        assert.deepEqual(problemLines(request), []);
        const { providerData, ...unsigned } = request;
        assert.deepEqual(problemLines(unsigned), providerData ? ['hint sign-in-later'] : []);
        const all = requestBy(element, method, [...method.required, ...(sandboxWantsMore[key] ?? [])]);
        assert.equal(sandboxSays(all), 'accepted');
      });
    });

    it(`${key}: missing entries are listed in one error`, () => {
      perMethod(key, (element, method) => {
        const whole = requestBy(element, method);
        const required = method.required.filter((name) => name !== method.selector?.entry);
        for (const name of required) {
          const short = withEntries(whole, (entries) => entries.delete(name));
          assert.deepEqual(problemLines(short), [`error missing-entries ${name}`]);
          const { default: value } = facts.get(key)?.configuration.find((entry) => entry.key === name) ?? {};
          // With tokens at hand, the remaining entries do not distinguish QuickBooks from its plain OAuth 1.0.
          if (value !== null || method.externalAuthentication) continue;
          const answer = sandboxSays(short);
          // Without a selector, what is left may look like another way to the sandbox: it names what that one lacks.
          const isTold = method.selector !== undefined || element.authMethods.length === 1;
          assert.match(answer, isTold ? new RegExp(`: .*${name}`) : /^Missing/);
        }
        if (required.length === 0) return;
        const none = requestBy(element, method, []);
        // A method without a selector that is not the default is selected by entries, of which there are none here.
        const missing = element.authMethod(none).required.filter((name) => !(name in none.configuration));
        assert.deepEqual(
          problemLines(none).filter((line) => line !== 'hint sign-in-later'),
          [`error missing-entries ${missing.join(' ')}`],
        );
      });
    });

    it(`${key}: a misspelled entry is one problem, with the right key`, () => {
      perMethod(key, (element, method) => {
        const whole = requestBy(element, method);
        for (const name of new Set([...method.required, ...method.optional])) {
          const entry = element.entries.get(name);
          assert.ok(entry);
          const level = method.required.includes(name) ? 'error' : 'warning';
          const value = name === method.selector?.entry ? method.selector.value : sampleValue(entry);
          for (const wrong of misspellings(name)) {
            const request = withEntries(whole, (entries) => entries.set(wrong, value).delete(name));
            assert.deepEqual(problemLines(request), [`${level} misspelled-entry ${wrong} ${name}`]);
          }
        }
      });
    });

    it(`${key}: a value of the wrong type or outside its choices is one error, at the value`, () => {
      perMethod(key, (element, method) => {
        for (const name of new Set([...method.required, ...method.optional])) {
          const entry = element.entries.get(name);
          // Another value of what chooses the way is another way, too.
          if (!entry || name === method.selector?.entry) continue;
          const value = wrongValues[entry.type];
          const text = JSON.stringify(withEntries(requestBy(element, method), (entries) => entries.set(name, value)));
          const problems = problemsOf(text);
          assert.deepEqual(
            problems.map(({ range, ...problem }) => [
              severityOf(problem as Problem),
              text.slice(range.start, range.end),
            ]),
            [['error', JSON.stringify(value)]],
            name,
          );
          assert.ok(text.slice(0, problems[0]?.range.start).endsWith(`${JSON.stringify(name)}:`));
        }
      });
    });

    it(`${key}: tokens at hand are required, and are enough`, () => {
      perMethod(key, (element, method) => {
        if (method.flow === 'direct') return;
        const { providerData, ...request } = requestBy(element, method);
        assert.ok(providerData);
        const initial: Request = { ...request, externalAuthentication: 'initial' };
        const missing = element.requiredEntries(initial).filter((entry) => !(entry.key in request.configuration));
        assert.ok(missing.some((entry) => entry.key.startsWith('oauth.user.')));
        assert.deepEqual(problemLines(initial), [
          `error missing-entries ${missing.map((entry) => entry.key).join(' ')}`,
        ]);
        const complete = withEntries(initial, (entries) => {
          for (const entry of missing) entries.set(entry.key, sampleValue(entry));
        });
        assert.deepEqual(problemLines(complete), []);
      });
    });

    it(`${key}: the entries of all other elements are no more than hints`, () => {
      const element = elementOf(key);
      const foreign = allNames.filter((name) => !element.entries.has(name));
      const request = withEntries(requestBy(element, element.authMethods[0]), (entries) => {
        for (const name of foreign) entries.set(name, 'x');
      });
      const problems = problemsOf(JSON.stringify(request));
      assert.equal(problems.length, foreign.length);
      // Where one differs from an entry of this element in case and punctuation only, it is taken for it.
      const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
      const own = new Set(
        [...element.entries.values()].filter((one) => !one.filledByPlatform).map(({ key: name }) => plain(name)),
      );
      const alike = problems.filter(({ code }) => code !== 'unknown-entry');
      for (const problem of alike) {
        assert.equal(severityOf(problem), 'warning');
        assert.ok(problem.code === 'misspelled-entry' && own.has(plain(problem.key)), inBrief(problem));
      }
    });
  }
});

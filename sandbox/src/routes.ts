/** The table of calls the sandbox answers. */
import type { Access } from './authorization';
import { createInstance, type CreationDependencies } from './creation';
import { readCreationRequest } from './creationRequest';
import { findElement, toConfigurations, toElement, toElementWithConfiguration } from './elements';
import type { ElementFacts } from './facts';
import { type Instance, selectInstances } from './instances';
import { takePage } from './paging';
import { ok, Refusal, type Reply } from './respond';

export interface Call {
  /** What stands in the path where the template has `{…}`; empty where it has none. */
  readonly parameter: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The element token, for calls into an instance. */
  readonly token: string;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly template: string;
  readonly access: Access;
  /** Whether the call takes as long as the latency setting says. */
  readonly slow?: true;
  /** Throws a Refusal for a request the platform would refuse. */
  readonly answer: (call: Call) => Reply;
}

export interface RouteDependencies extends CreationDependencies {
  readonly elements: readonly ElementFacts[];
}

/** The first route whose template fits is meant. */
export function createRoutes(dependencies: RouteDependencies): readonly Route[] {
  const { elements, store } = dependencies;

  function create({ parameter, body }: Call): Reply {
    const request = readCreationRequest(body);
    const keyOrId = parameter || request.elementKeyOrId;
    // Wording ours.
    if (!keyOrId) throw new Refusal(400, 'Missing required member: element.key');
    return ok(createInstance(findElement(elements, keyOrId), request, dependencies));
  }

  function list(instances: readonly Instance[], query: URLSearchParams): Reply {
    const { items, headers } = takePage(selectInstances(instances, query), query);
    // An empty list is a 404 and no list: the vendor's own clients rely on "No … found".
    if (items.length === 0) throw new Refusal(404, 'No instances found');
    return ok(query.get('hydrate') === 'false' ? items.map(withoutConfiguration) : items, headers);
  }

  function ping({ token }: Call): Reply {
    const kept = store.withToken(token);
    if (!kept || kept.refused) throw new Refusal(400, 'Request failed', '401 - The provider refused these credentials');
    return ok({ dateTime: new Date().toISOString(), endpoint: kept.instance.element.key });
  }

  return [
    { method: 'POST', template: '/instances', access: 'account', slow: true, answer: create },
    { method: 'GET', template: '/instances', access: 'account', answer: ({ query }) => list(store.list(), query) },
    {
      method: 'GET',
      template: '/instances/{id}',
      access: 'account',
      answer: ({ parameter }) => ok(store.get(parameter) ?? noInstance()),
    },
    {
      method: 'DELETE',
      template: '/instances/{id}',
      access: 'account',
      // What a body would say is not documented: none.
      answer: ({ parameter }) =>
        store.remove(parameter) ? { kind: 'text', status: 200, type: 'application/json', text: '' } : noInstance(),
    },
    { method: 'POST', template: '/elements/{keyOrId}/instances', access: 'account', slow: true, answer: create },
    {
      method: 'GET',
      template: '/elements/{keyOrId}/instances',
      access: 'account',
      answer: ({ parameter, query }) => {
        const { key } = findElement(elements, parameter);
        return list(
          store.list().filter(({ element }) => element.key === key),
          query,
        );
      },
    },
    { method: 'GET', template: '/ping', access: 'instance', answer: ping },
    // The hub does not matter: any word will do.
    { method: 'GET', template: '/hubs/{hub}/ping', access: 'instance', answer: ping },
    {
      method: 'GET',
      template: '/elements',
      access: 'open',
      answer: ({ query }) => {
        const { items, headers } = takePage(elements, query);
        return ok(items.map(toElement), headers);
      },
    },
    { method: 'GET', template: '/elements/keys', access: 'open', answer: () => ok(elements.map(({ key }) => key)) },
    {
      method: 'GET',
      template: '/elements/{keyOrId}',
      access: 'open',
      answer: ({ parameter }) => ok(toElementWithConfiguration(findElement(elements, parameter))),
    },
    {
      method: 'GET',
      template: '/elements/{keyOrId}/configuration',
      access: 'open',
      answer: ({ parameter }) => ok(toConfigurations(findElement(elements, parameter))),
    },
    {
      method: 'GET',
      template: '/organizations/me',
      access: 'account',
      answer: () => ok({ id: 1, name: 'Sandbox', active: true }),
    },
  ];
}

function noInstance(): never {
  throw new Refusal(404, 'No instance found');
}

/** What `hydrate=false` leaves out is not documented; this is ours. */
function withoutConfiguration(instance: Instance): Partial<Instance> {
  return Object.fromEntries(Object.entries(instance).filter(([member]) => member !== 'configuration'));
}

export interface Match {
  readonly route?: Route;
  /** Template of the path, also where it has no such method. */
  readonly template?: string;
  readonly parameter: string;
  /** The methods the path has. */
  readonly methods: readonly string[];
}

/** Finds the route for a method and a path below the API's base. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match {
  const fitting = routes.flatMap((route) => {
    const parameter = matchTemplate(route.template, path);
    return parameter === undefined ? [] : [{ route, parameter }];
  });
  const [first] = fitting;
  if (!first) return { parameter: '', methods: [] };
  const sameTemplate = fitting.filter(({ route }) => route.template === first.route.template);
  const found = sameTemplate.find(({ route }) => route.method === method);
  return {
    ...(found && { route: found.route }),
    template: first.route.template,
    parameter: first.parameter,
    methods: sameTemplate.map(({ route }) => route.method),
  };
}

/** The text in place of the template's `{…}` (empty if it has none), or undefined where the path does not fit. */
function matchTemplate(template: string, path: string): string | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  let parameter = '';
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? '';
    if (part.startsWith('{') && text !== '') parameter = text;
    else if (part !== text) return undefined;
  }
  try {
    return decodeURIComponent(parameter);
  } catch {
    return undefined;
  }
}

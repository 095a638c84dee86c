/** The calls about instances, and those into one. */
import { createInstance, type CreationDependencies } from './creation';
import { readCreationRequest } from './creationRequest';
import { findElement } from './elements';
import type { ElementFacts } from './facts';
import { type Instance, selectInstances } from './instances';
import { takePage } from './paging';
import { empty, ok, Refusal, type Reply } from './respond';
import type { Call, Route } from './route';

export interface InstanceDependencies extends CreationDependencies {
  readonly elements: readonly ElementFacts[];
}

export function createInstanceRoutes(dependencies: InstanceDependencies): readonly Route[] {
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

  function listOf({ parameter, query }: Call): Reply {
    const { key } = findElement(elements, parameter);
    return list(
      store.list().filter(({ element }) => element.key === key),
      query,
    );
  }

  const get = ({ parameter }: Call): Reply => ok(store.get(parameter) ?? noInstance());

  // What a body would say is not documented: none.
  const remove = ({ parameter }: Call): Reply => (store.remove(parameter) ? empty() : noInstance());

  function ping({ token }: Call): Reply {
    const kept = store.withToken(token);
    if (!kept || kept.refused) throw new Refusal(400, 'Request failed', '401 - The provider refused these credentials');
    return ok({ dateTime: new Date().toISOString(), endpoint: kept.instance.element.key });
  }

  return [
    { method: 'POST', template: '/instances', access: 'account', slow: true, answer: create },
    { method: 'GET', template: '/instances', access: 'account', answer: ({ query }) => list(store.list(), query) },
    { method: 'GET', template: '/instances/{id}', access: 'account', answer: get },
    { method: 'DELETE', template: '/instances/{id}', access: 'account', answer: remove },
    { method: 'POST', template: '/elements/{keyOrId}/instances', access: 'account', slow: true, answer: create },
    { method: 'GET', template: '/elements/{keyOrId}/instances', access: 'account', answer: listOf },
    { method: 'GET', template: '/ping', access: 'instance', answer: ping },
    // The hub does not matter: any word will do.
    { method: 'GET', template: '/hubs/{hub}/ping', access: 'instance', answer: ping },
  ];
}

function noInstance(): never {
  throw new Refusal(404, 'No instance found');
}

/** What `hydrate=false` leaves out is not documented; this is ours. */
function withoutConfiguration(instance: Instance): Partial<Instance> {
  return Object.fromEntries(Object.entries(instance).filter(([member]) => member !== 'configuration'));
}

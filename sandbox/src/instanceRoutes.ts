/** The calls about instances, and those into one. */
import { notSupported } from './checkAuthorization';
import { createInstance, type CreationDependencies } from './creation';
import { readCreationRequest } from './creationRequest';
import { findElement } from './elements';
import type { ElementFacts } from './facts';
import { type Instance, selectInstances } from './storedInstances';
import { takePage } from './paging';
import { empty, ok, HttpError, type Reply } from './respond';
import type { Call, Route } from './route';
import { isInScope } from './sandboxSettings';

export interface InstanceDependencies extends CreationDependencies {
  readonly elements: readonly ElementFacts[];
}

export function createInstanceRoutes(dependencies: InstanceDependencies): readonly Route[] {
  const { elements, store, settings } = dependencies;

  function create({ parameter, body }: Call): Reply {
    const request = readCreationRequest(body);
    const keyOrId = parameter || request.elementKeyOrId;
    // Wording ours.
    if (!keyOrId) throw new HttpError(400, 'Missing required property: element.key');
    return ok(createInstance(findElement(elements, keyOrId), request, dependencies));
  }

  function list(instances: readonly Instance[], query: URLSearchParams): Reply {
    const { items, headers } = takePage(selectInstances(instances, query), query);
    // An empty list is a 404 and no list: the vendor's own clients rely on "No … found".
    if (items.length === 0) throw new HttpError(404, 'No instances found');
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

  function remove({ parameter }: Call): Reply {
    const { element } = store.get(parameter) ?? noInstance();
    // The status is known from the vendor's own client; the wording is ours.
    if (isInScope(settings.inUse, element.key)) {
      throw new HttpError(409, `Instance ${parameter} is in use by a formula and cannot be deleted`);
    }
    store.remove(parameter);
    // No body is documented.
    return empty();
  }

  const setDisabled =
    (disabled: boolean) =>
    ({ parameter }: Call): Reply =>
      store.setDisabled(parameter, disabled) ? empty() : noInstance();

  function ping({ token }: Call): Reply {
    const { instance, refused } = store.withToken(token) ?? noInstance();
    const { key } = instance.element;
    // The status is documented, the wording is ours.
    if (instance.disabled) throw new HttpError(403, 'The instance is disabled');
    // Here the wording is documented, and the status is ours.
    if (isInScope(settings.withoutPing, key)) throw new HttpError(404, notSupported);
    if (refused) throw providerRefuses();
    return ok({ dateTime: new Date().toISOString(), endpoint: key });
  }

  /** Names of what the provider has, made up; a disabled instance answers, too. */
  function objects({ token }: Call): Reply {
    if (store.withToken(token)?.refused) throw providerRefuses();
    return ok(['accounts', 'contacts']);
  }

  return [
    { method: 'POST', template: '/instances', access: 'account', slow: true, answer: create },
    { method: 'GET', template: '/instances', access: 'account', answer: ({ query }) => list(store.list(), query) },
    { method: 'GET', template: '/instances/{id}', access: 'account', answer: get },
    { method: 'DELETE', template: '/instances/{id}', access: 'account', answer: remove },
    { method: 'PUT', template: '/instances/{id}/enabled', access: 'account', answer: setDisabled(false) },
    { method: 'DELETE', template: '/instances/{id}/enabled', access: 'account', answer: setDisabled(true) },
    { method: 'POST', template: '/elements/{keyOrId}/instances', access: 'account', slow: true, answer: create },
    { method: 'GET', template: '/elements/{keyOrId}/instances', access: 'account', answer: listOf },
    { method: 'GET', template: '/ping', access: 'instance', answer: ping },
    // The hub does not matter: any word will do.
    { method: 'GET', template: '/hubs/{hub}/ping', access: 'instance', answer: ping },
    { method: 'GET', template: '/objects', access: 'instance', answer: objects },
  ];
}

function providerRefuses(): HttpError {
  return new HttpError(400, 'Request failed', '401 - The provider refused these credentials');
}

function noInstance(): never {
  throw new HttpError(404, 'No instance found');
}

/** What `hydrate=false` leaves out is not documented; this is ours. */
function withoutConfiguration(instance: Instance): Partial<Instance> {
  return Object.fromEntries(Object.entries(instance).filter(([name]) => name !== 'configuration'));
}

/** The table of calls the sandbox answers. */
import { findElement, toConfigurations, toElement, toElementWithConfiguration } from './elements';
import { createInstanceRoutes, type InstanceDependencies } from './instanceRoutes';
import { createOAuthRoutes, type OAuthDependencies } from './oauth/oauthRoutes';
import { takePage } from './paging';
import { ok } from './respond';
import type { Route } from './route';

/** The first route whose template fits is meant. */
export function createRoutes(dependencies: InstanceDependencies & OAuthDependencies): readonly Route[] {
  const { elements } = dependencies;
  return [
    ...createInstanceRoutes(dependencies),
    ...createOAuthRoutes(dependencies),
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

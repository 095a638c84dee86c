// How a call to the platform looks, whoever makes it or reads it.

/** Path of the API on every host of the platform. */
export const apiPath = '/elements/api-v2';

/** What the header of a call names: two secrets of an account and, in calls to an instance, its element token. */
export interface CallSecrets {
  readonly user: string;
  readonly organization: string;
  readonly element?: string;
}

/** Value of the header `Authorization`. */
export function authorizationValue({ user, organization, element }: CallSecrets): string {
  return `User ${user}, Organization ${organization}${element === undefined ? '' : `, Element ${element}`}`;
}

/** The environment variables that stand for them in a command, as the documentation's placeholders suggest them. */
export const secretVariables = {
  user: 'CE_USER_SECRET',
  organization: 'CE_ORGANIZATION_SECRET',
  element: 'CE_ELEMENT_TOKEN',
} as const satisfies CallSecrets;

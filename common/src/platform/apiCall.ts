// The format of a call to the platform, for the code that makes calls and the code that reads them.

/** Path of the API on every host of the platform. */
export const apiPath = '/elements/api-v2';

/** The secrets in the header of a call: two of the account and, in calls to an instance, its element token. */
export interface CallSecrets {
  readonly user: string;
  readonly organization: string;
  readonly element?: string;
}

/** Value of the header `Authorization`. */
export function authorizationValue({ user, organization, element }: CallSecrets): string {
  return `User ${user}, Organization ${organization}${element === undefined ? '' : `, Element ${element}`}`;
}

/** The environment variables that replace the secrets in a command, named after the placeholders in the documentation. */
export const secretVariables = {
  user: 'CE_USER_SECRET',
  organization: 'CE_ORGANIZATION_SECRET',
  element: 'CE_ELEMENT_TOKEN',
} as const satisfies CallSecrets;

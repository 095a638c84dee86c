import { isLoopback } from './baseUrl';

export type AccountKind = 'production' | 'test';

/** A place where accounts live. `host` is that of the API. */
export interface Region {
  readonly label: string;
  readonly host: string;
  /** What is done there is real, or a trial. */
  readonly kind: AccountKind;
}

/** The public environments, from the vendors' documentation and their own clients. Others are reached by a free URL. */
export const regions: readonly Region[] = [
  { label: 'Cloud Elements, US', host: 'api.cloud-elements.com', kind: 'production' },
  { label: 'Cloud Elements, EU', host: 'api.cloud-elements.co.uk', kind: 'production' },
  { label: 'Cloud Elements, staging', host: 'staging.cloud-elements.com', kind: 'test' },
  { label: 'SAP Open Connectors, us2', host: 'api.openconnectors.us2.ext.hana.ondemand.com', kind: 'production' },
  { label: 'SAP Open Connectors, eu10', host: 'api.openconnectors.eu10.ext.hana.ondemand.com', kind: 'production' },
  { label: 'SAP Open Connectors, jp20', host: 'api.openconnectors.jp20.ext.hana.ondemand.com', kind: 'production' },
  {
    label: 'SAP Open Connectors trial, us10',
    host: 'api.openconnectors.trial.us10.ext.hana.ondemand.com',
    kind: 'test',
  },
  {
    label: 'SAP Open Connectors trial, eu10',
    host: 'api.openconnectors.trial.eu10.ext.hana.ondemand.com',
    kind: 'test',
  },
];

/** What an account at a base URL is taken for until a person says otherwise: trials, staging and this computer are for tests. */
export function kindOf(baseUrl: string): AccountKind {
  const { hostname } = new URL(baseUrl);
  if (isLoopback(hostname)) return 'test';
  return regions.find(({ host }) => host === hostname)?.kind ?? 'production';
}

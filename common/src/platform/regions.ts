import { isLoopback } from './baseUrl';

export type AccountKind = 'production' | 'test';

/** A place where accounts live. `host` is that of the API. */
export interface Region {
  readonly label: string;
  readonly host: string;
  /** What is done there is real, or a trial. */
  readonly kind: AccountKind;
}

const sapHost = (region: string) => `api.openconnectors.${region}.ext.hana.ondemand.com`;
const sapRegion = (region: string): Region => {
  const name = /^trial\.(.*)$/.exec(region)?.[1];
  return name === undefined
    ? { label: `SAP Open Connectors, ${region}`, host: sapHost(region), kind: 'production' }
    : { label: `SAP Open Connectors trial, ${name}`, host: sapHost(region), kind: 'test' };
};

/** The public environments, from the vendors' documentation and their own clients. Others are reached by a free URL. */
export const regions: readonly Region[] = [
  { label: 'Cloud Elements, US', host: 'api.cloud-elements.com', kind: 'production' },
  { label: 'Cloud Elements, EU', host: 'api.cloud-elements.co.uk', kind: 'production' },
  { label: 'Cloud Elements, staging', host: 'staging.cloud-elements.com', kind: 'test' },
  ...['us2', 'us10', 'eu10', 'jp20', 'trial.us10', 'trial.eu10'].map(sapRegion),
];

/** Older names, and places for a few: known, but not offered. */
const others: readonly Region[] = [
  { label: 'Cloud Elements, US', host: 'console.cloud-elements.com', kind: 'production' },
  { label: 'Cloud Elements, EU', host: 'console.cloud-elements.co.uk', kind: 'production' },
  { label: 'Cloud Elements, snapshot', host: 'snapshot.cloud-elements.com', kind: 'test' },
  { label: 'Cloud Elements, QA', host: 'qa.cloud-elements.com', kind: 'test' },
  { label: 'SAP Open Connectors trial', host: 'api.openconnectors.ext.hanatrial.ondemand.com', kind: 'test' },
];

/** What is known of the place that a base URL is for. */
export interface Endpoint {
  /** With its port, if it is not the usual one. A name beyond ASCII is in its ASCII spelling. */
  readonly host: string;
  /** Of the public environment, listed or known by its form; undefined for any other. */
  readonly region?: string;
  /** What an account there is taken for until a person says otherwise: trials, staging and this computer are for tests. */
  readonly kind: AccountKind;
  /** This computer. */
  readonly isLocal: boolean;
}

/** Takes a base URL as `normaliseBaseUrl` gives it. */
export function endpointOf(baseUrl: string): Endpoint {
  const { host, hostname } = new URL(baseUrl);
  const isLocal = isLoopback(hostname);
  const region = regionOf(host);
  return { host, region: region?.label, kind: isLocal ? 'test' : (region?.kind ?? 'production'), isLocal };
}

function regionOf(host: string): Region | undefined {
  const listed = [...regions, ...others].find((region) => region.host === host);
  if (listed !== undefined) return listed;
  const name = /^api\.openconnectors\.((?:trial\.)?[a-z]+\d+)\.ext\.hana\.ondemand\.com$/.exec(host)?.[1];
  return name === undefined ? undefined : sapRegion(name);
}

import { t } from '../text/translate';
import { isLoopback } from './baseUrl';

export type AccountKind = 'production' | 'test';

/** A public environment of the platform. */
export interface Region {
  readonly label: string;
  /** Host of the API. */
  readonly host: string;
  readonly kind: AccountKind;
}

const sapHost = (region: string) => `api.openconnectors.${region}.ext.hana.ondemand.com`;
const sapRegion = (region: string): Region => {
  const name = /^trial\.(.*)$/.exec(region)?.[1];
  return name === undefined
    ? { label: t('SAP Open Connectors, {region}', { region }), host: sapHost(region), kind: 'production' }
    : { label: t('SAP Open Connectors trial, {region}', { region: name }), host: sapHost(region), kind: 'test' };
};

const us = t('Cloud Elements, US');
const eu = t('Cloud Elements, EU');

/** The regions to select from, from the vendors' documentation and clients. For any other, a person enters the URL. */
export const regions: readonly Region[] = [
  { label: us, host: 'api.cloud-elements.com', kind: 'production' },
  { label: eu, host: 'api.cloud-elements.co.uk', kind: 'production' },
  { label: t('Cloud Elements, staging'), host: 'staging.cloud-elements.com', kind: 'test' },
  ...['us2', 'us10', 'eu10', 'jp20', 'trial.us10', 'trial.eu10'].map(sapRegion),
];

/** Older hosts and internal environments: known, but not offered. */
const others: readonly Region[] = [
  { label: us, host: 'console.cloud-elements.com', kind: 'production' },
  { label: eu, host: 'console.cloud-elements.co.uk', kind: 'production' },
  { label: t('Cloud Elements, snapshot'), host: 'snapshot.cloud-elements.com', kind: 'test' },
  { label: t('Cloud Elements, QA'), host: 'qa.cloud-elements.com', kind: 'test' },
  { label: t('SAP Open Connectors trial'), host: 'api.openconnectors.ext.hanatrial.ondemand.com', kind: 'test' },
];

/** What is known about the host of a base URL. */
export interface Endpoint {
  /** Includes the port unless it is the default. An internationalized name is in its ASCII form. */
  readonly host: string;
  /** Label of the public environment; undefined for any other host. */
  readonly region?: string;
  /** The default kind of an account there: `test` for trials, staging and this computer. */
  readonly kind: AccountKind;
  /** Whether the host is this computer. */
  readonly isLocal: boolean;
}

/** Describes the endpoint of a base URL. The URL must come from `normaliseBaseUrl`. */
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

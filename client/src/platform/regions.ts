/** A place where accounts live. `host` is that of the API. */
export interface Region {
  readonly label: string;
  readonly host: string;
}

/** The public environments, from the vendors' documentation and their own clients. Others are reached by a free URL. */
export const regions: readonly Region[] = [
  { label: 'Cloud Elements, US', host: 'api.cloud-elements.com' },
  { label: 'Cloud Elements, EU', host: 'api.cloud-elements.co.uk' },
  { label: 'Cloud Elements, staging', host: 'staging.cloud-elements.com' },
  { label: 'SAP Open Connectors, us2', host: 'api.openconnectors.us2.ext.hana.ondemand.com' },
  { label: 'SAP Open Connectors, eu10', host: 'api.openconnectors.eu10.ext.hana.ondemand.com' },
  { label: 'SAP Open Connectors, jp20', host: 'api.openconnectors.jp20.ext.hana.ondemand.com' },
  { label: 'SAP Open Connectors trial, us10', host: 'api.openconnectors.trial.us10.ext.hana.ondemand.com' },
  { label: 'SAP Open Connectors trial, eu10', host: 'api.openconnectors.trial.eu10.ext.hana.ondemand.com' },
];

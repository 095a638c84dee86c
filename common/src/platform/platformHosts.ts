/** Subdomains of the vendors that are not an API: pages, documentation, the OAuth callback. */
const pages = [
  '',
  'www',
  'auth',
  'blog',
  'community',
  'developer',
  'developers',
  'doc',
  'docs',
  'help',
  'status',
  'support',
];

/**
 * Returns the host of the API for a host. People copy the address of the platform's web pages (`my…`): these map to the API
 * of the same environment and region. Any other host maps to itself. Returns undefined for a page of the vendors that has
 * no API.
 *
 * Known pairs: `my.cloudelements.io` is `api.cloud-elements.com`, `my-staging` is `staging`, `.co.uk` likewise, and
 * `my.openconnectors.<rest>` is `api.openconnectors.<rest>`.
 * @param hostname From a parsed URL.
 */
export function platformHost(hostname: string): string | undefined {
  const sap = /^(?<name>[^.]+)(?<rest>\.openconnectors\..+)$/.exec(hostname)?.groups;
  if (sap !== undefined) {
    const { name = '', rest = '' } = sap;
    return name === 'my' ? `api${rest}` : pages.includes(name) ? undefined : hostname;
  }
  const own = /^(?:(?<name>.+)\.)?cloud(?<dash>-?)elements\.(?<domain>io|com|co\.uk)$/.exec(hostname)?.groups;
  if (own === undefined) return hostname;
  const { name = '', dash, domain = '' } = own;
  const [ui, environment = 'api'] = /^my(?:-([a-z\d-]+))?$/.exec(name) ?? [];
  if (ui !== undefined) return `${environment}.cloud-elements.${domain === 'io' ? 'com' : domain}`;
  // A domain without a dash has pages only.
  return dash === '' || domain === 'io' || pages.includes(name) ? undefined : hostname;
}

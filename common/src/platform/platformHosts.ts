/** Names in the vendors' domains that people come across, and that are no API: pages, documentation, the OAuth callback. */
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
 * The host of the API that a host stands for. One of the platform's web pages (`my…`), which people copy from their address
 * bar, stands for that of the same environment and region, whether it is listed or not; any other for itself. Undefined for
 * a page of the vendors that has no API. Takes the `hostname` of a parsed URL.
 *
 * The pairs that are known: `my.cloudelements.io` is `api.cloud-elements.com`, `my-staging` is `staging`, `.co.uk` likewise,
 * and `my.openconnectors.<rest>` is `api.openconnectors.<rest>`.
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
  // There are only pages where the name has no dash.
  return dash === '' || domain === 'io' || pages.includes(name) ? undefined : hostname;
}

/** Whom a request is for. */

/** As people and browsers write this computer. An address in numbers is no name that somebody could have made to lead here. */
const name = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Whether the header `Host` names this server: a name of this computer, with its port. Any other one comes from a page whose
 * own name was made to lead here (DNS rebinding), to which a browser would give the answer. `origin` is the server's.
 */
export function isOwnHost(host: string | undefined, origin: string): boolean {
  const { protocol, port } = new URL(origin);
  const ports = port === '' ? ['', protocol === 'https:' ? ':443' : ':80'] : [`:${port}`];
  const asked = host?.toLowerCase() ?? '';
  return ports.some((end) => asked.endsWith(end) && name.test(asked.slice(0, asked.length - end.length)));
}

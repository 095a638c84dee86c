import { get, type IncomingHttpHeaders } from 'node:http';

/** What the browser shows where a page of somebody else leads it to an http address; `fetch` is no such thing, and says so. */
export function navigate(
  address: string | URL,
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }> {
  const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  return new Promise((resolve, reject) => {
    get(address, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject).on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    }).on('error', reject);
  });
}

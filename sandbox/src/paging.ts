/** Paged lists: `pageSize` and `nextPage` in, the platform's counting headers out. */
import { HttpError } from './respond';

/** Default and maximum that the platform documents for the list of elements. */
const largestPage = 200;

export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Throws an HttpError (400, wording ours) for a page size or page token that is none. */
export function takePage<T>(items: readonly T[], query: URLSearchParams): Page<T> {
  const size = readNumber(query.get('pageSize') ?? String(largestPage), 'pageSize');
  if (size < 1 || size > largestPage) throw new HttpError(400, `pageSize must be from 1 to ${largestPage}`);
  const token = query.get('nextPage');
  const start = token === null ? 0 : readNumber(Buffer.from(token, 'base64url').toString(), 'nextPage');
  const page = items.slice(start, start + size);
  const end = start + page.length;
  return {
    items: page,
    headers: {
      'Elements-Returned-Count': String(page.length),
      'Elements-Total-Count': String(items.length),
      ...(end < items.length && { 'Elements-Next-Page-Token': Buffer.from(String(end)).toString('base64url') }),
    },
  };
}

function readNumber(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new HttpError(400, `Invalid ${name}`);
  return Number(text);
}

/** A call the sandbox answers, and how a request is matched to one. */
import type { Access } from './checkAuthorization';
import type { Reply } from './respond';

export interface Call {
  /** What stands in the path where the template has `{…}`; empty where it has none. */
  readonly parameter: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** The element token, for calls into an instance. */
  readonly token: string;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly template: string;
  readonly access: Access;
  /** Whether the call takes as long as the latency setting says. */
  readonly slow?: true;
  /** Throws an HttpError for a request the platform would refuse. */
  readonly answer: (call: Call) => Reply;
}

export interface Match {
  readonly route?: Route;
  /** Template of the path, also where it has no such method. */
  readonly template?: string;
  readonly parameter: string;
  /** The methods the path has. */
  readonly methods: readonly string[];
}

/** Finds the route for a method and a path below the API's base. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match {
  const fitting = routes.flatMap((route) => {
    const parameter = matchTemplate(route.template, path);
    return parameter === undefined ? [] : [{ route, parameter }];
  });
  const [first] = fitting;
  if (!first) return { parameter: '', methods: [] };
  const sameTemplate = fitting.filter(({ route }) => route.template === first.route.template);
  const found = sameTemplate.find(({ route }) => route.method === method);
  return {
    ...(found && { route: found.route }),
    template: first.route.template,
    parameter: first.parameter,
    methods: sameTemplate.map(({ route }) => route.method),
  };
}

/** The text in place of the template's `{…}` (empty if it has none), or undefined where the path does not fit. */
function matchTemplate(template: string, path: string): string | undefined {
  const expected = template.split('/');
  const given = path.split('/');
  if (expected.length !== given.length) return undefined;
  let parameter = '';
  for (const [index, part] of expected.entries()) {
    const text = given[index] ?? '';
    if (part.startsWith('{') && text !== '') parameter = text;
    else if (part !== text) return undefined;
  }
  try {
    return decodeURIComponent(parameter);
  } catch {
    return undefined;
  }
}

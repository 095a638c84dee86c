/** The page that stands in for the one of an element's provider, where a person allows or denies. */
import { type Reply, redirect } from '../respond';
import type { Consents, Page } from './signInConsents';

/** Where the page is. Its query is what {@link Consents.ask} gave. */
export const pagePath = '/sandbox/authorize';

/** Answers GET with the page, and POST of its form with a redirect to the callback. */
export function answerPage(method: string, query: URLSearchParams, form: string, consents: Consents): Reply {
  const page = consents.find(query);
  if (!page)
    return html(404, 'Unknown address', "<p>The sandbox doesn't know this address. Start the sign-in again.</p>");
  const answer = method === 'POST' ? new URLSearchParams(form).get('answer') : null;
  if (answer === 'deny') return redirect(withQuery(page.callbackUrl, consents.deny(page)));
  if (answer !== 'allow') return html(200, `${page.element.name}: sign in`, question(page));
  const given = consents.allow(page);
  if (given) return redirect(withQuery(page.callbackUrl, given.redirect));
  return html(404, 'Already used', '<p>This page can be used only once. Start the sign-in again.</p>');
}

/** Adds parameters to the end of the query of an address. */
export function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  const added = new URLSearchParams(parameters).toString();
  url.search = url.search ? `${url.search}&${added}` : added;
  return url.href;
}

function question({ element, callbackUrl, scope }: Page): string {
  return `<p>An application asks for access to your account at <strong>${escape(element.name)}</strong>.</p>
<dl>
<dt>Callback</dt><dd><code>${escape(callbackUrl)}</code></dd>
<dt>Scope</dt><dd>${scope ? `<code>${escape(scope)}</code>` : 'None'}</dd>
</dl>
<form method="post">
<button name="answer" value="allow">Allow</button>
<button name="answer" value="deny">Deny</button>
</form>`;
}

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center}
main{max-width:28rem;margin:1rem;padding:1.5rem 2rem;border:1px solid #8886;border-radius:.75rem}
h1{font-size:1.25rem;margin:0}dt{opacity:.7}dd{margin:0 0 .75rem;overflow-wrap:anywhere}
button{font:inherit;padding:.4rem 1.5rem;margin-right:.5rem;cursor:pointer}small{opacity:.7}`;

/** The content is HTML, the title is not. */
function html(status: number, title: string, content: string): Reply {
  return {
    kind: 'text',
    status,
    type: 'text/html; charset=utf-8',
    headers: {
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
    text: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)} (sandbox)</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${content}
<p><small>This page of the sandbox replaces the page of the element's provider. No real account is involved.</small></p>
</main>
</body>
</html>
`,
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

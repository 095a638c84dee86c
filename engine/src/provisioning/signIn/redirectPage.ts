import * as messages from './messages';

/** The page that the browser shows after a redirect to this computer. */
export type PageKind = keyof typeof messages.signInPages;

const statuses: Record<PageKind, number> = {
  granted: 200,
  denied: 200,
  'other-sign-in': 400,
  incomplete: 400,
  used: 400,
  'not-here': 404,
};

/** Returns a page of fixed text. It contains nothing of the request. */
export function pageFor(kind: PageKind): { readonly status: number; readonly html: string } {
  const [title, text] = messages.signInPages[kind];
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 32em; margin: 20vh auto 0; padding: 0 1em; }
  h1 { font-size: 1.4em; font-weight: 600; }
</style>
<h1>${title}</h1>
<p>${text}</p>
</html>
`;
  return { status: statuses[kind], html };
}

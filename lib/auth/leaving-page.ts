import { toMarkup } from '#lib/records/markup-text.ts';

/**
 * Leads on to the identity provider. A redirect would be followed as part of the form, whose answers our policy keeps to our own pages (CSP
 * `form-action`), wherever the provider in turn sends people.
 */
export function leavingPage(address: string): string {
  const to = toMarkup(address);
  return `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>ELI4U</title><meta http-equiv="refresh" content="0;url=${to}"></head>
<body><main><h1>Ti portiamo al servizio di accesso</h1><p><a href="${to}">Continua</a></p>
<p lang="en">We are taking you to the sign-in service. <a href="${to}">Continue</a></p></main></body></html>
`;
}

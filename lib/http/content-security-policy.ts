/**
 * What a page may load: our own files only, and scripts only with the number used once that this answer carries.
 * @param hosts where images of this page lie with others
 * @param dev React's tools for development evaluate code and speak over a web socket
 */
export function contentSecurityPolicy(nonce: string, dev: boolean, hosts: readonly string[] = []): string {
  const from = ['', ...hosts].join(' ');
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:${from}`,
    `font-src 'self' data:`,
    // The one that shows notices: `strict-dynamic` says nothing of workers.
    `worker-src 'self'`,
    `connect-src 'self'${from}${dev ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

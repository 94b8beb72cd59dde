/** As next-auth names them: with a prefix that browsers honour only over TLS. */
export const sessionCookie = (baseUrl: string): string =>
  `${baseUrl.startsWith('https:') ? '__Secure-' : ''}authjs.session-token`;
export const csrfCookie = (baseUrl: string): string =>
  `${baseUrl.startsWith('https:') ? '__Host-' : ''}authjs.csrf-token`;

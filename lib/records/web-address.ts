/**
 * An address on the web in the form that XML Schema's anyURI and RDF take (RFC 3986): what may not stand in it is written in per cent.
 * Null for anything that is not http or https.
 */
export function webAddressOf(text: string): string | null {
  const url = URL.parse(text.trim().toWellFormed());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  const behindHost = `${url.pathname}${url.search}${url.hash}`
    .replace(/[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/g, (sign) => encodeURIComponent(sign))
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    // A second one would begin a second fragment.
    .replace(/#/g, (sign, at: number, whole: string) => (whole.indexOf('#') === at ? sign : '%23'));
  return `${url.origin}${behindHost}`;
}

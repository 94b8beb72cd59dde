import { readPass, writePass, type Pass } from '#lib/iiif/auth/pass.ts';

/** Seconds in which a question is answered. */
const askedSeconds = 600;

/** Who is asked: the session, and the page of another site that wants to show its images. */
interface Asked {
  session: string;
  origin: string;
}

/**
 * Whether a page of another site may show images by a session: a click on any page opens this one, and whoever is signed in would show it what they
 * alone may see. Not asked again as long as the cookie that is given then is that page's: an hour, or until another page is let in.
 * @param cookie that of images
 * @param consent what the address says
 */
export function isConsented(
  asked: Asked,
  { cookie, consent }: { cookie: string | undefined; consent: string | null },
  secret: string,
  nowSeconds: number,
): boolean {
  const isOf = (pass: Pass | null): boolean => pass?.session === asked.session && pass.origin === asked.origin;
  return (
    isOf(readPass(cookie, 'cookie', secret, nowSeconds)) ||
    isOf(readPass(consent ?? undefined, 'consent', secret, nowSeconds))
  );
}

/** The address that says yes: sealed for one session and one page, so that nobody else can say it. */
export function consentHref(url: URL, { session, origin }: Asked, secret: string, nowSeconds: number): string {
  const pass = writePass({ use: 'consent', session, origin, record: null, ends: nowSeconds + askedSeconds }, secret);
  const query = new URLSearchParams(url.searchParams);
  query.set('consent', pass);
  return `${url.pathname}?${query.toString()}`;
}
